import { afterAll, expect, it } from '@jest/globals';
import { connectRedis, isRedisAlive } from './redis.ts';

const there = connectRedis(process.env.TEST_REDIS_URL ?? '');
const nowhere = connectRedis('/nowhere/redis.sock');
afterAll(() => {
  there.disconnect();
  nowhere.disconnect();
});

it('tells whether Redis answers', async () => {
  if (there.status !== 'ready') await new Promise((resolve) => there.once('ready', resolve));
  expect(await isRedisAlive(there)).toBe(true);
  expect(await isRedisAlive(nowhere)).toBe(false);
});
