import { Redis } from 'ioredis';

/** `url` is `redis://…` or the path of a Unix socket. Safe for BullMQ's blocking workers. */
export function connectRedis(url: string): Redis {
  const options = { maxRetriesPerRequest: null, enableReadyCheck: true, retryStrategy: (times: number) => Math.min(times * 100, 2000) };
  const redis = url.startsWith('/') ? new Redis({ ...options, path: url }) : new Redis(url, options);
  redis.on('error', () => undefined); // ioredis retries by itself; `isRedisAlive` tells
  return redis;
}

/** True when Redis answers within the time. */
export async function isRedisAlive(redis: Redis, timeoutMs = 2000): Promise<boolean> {
  if (redis.status !== 'ready') return false;
  return Promise.race([
    redis.ping().then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, timeoutMs, false).unref()),
  ]);
}
