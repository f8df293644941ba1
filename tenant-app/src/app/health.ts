import { isMongoAlive } from '@chat-saas/server/mongo';
import { isRedisAlive } from '@chat-saas/server/redis';
import type { Express } from 'express';
import type { AppContext } from './context.ts';

export interface Vitals {
  database: 'ok' | 'failing';
  redis: 'ok' | 'failing';
}

/** Asks database and Redis, each for at most two seconds. */
export async function observeVitals(ctx: AppContext): Promise<Vitals> {
  const [database, redis] = await Promise.all([isMongoAlive(), isRedisAlive(ctx.redis)]);
  return { database: database ? 'ok' : 'failing', redis: redis ? 'ok' : 'failing' };
}

/** `GET /health`: 200 when everything that the app needs answers, else 503 with what doesn't. */
export function mountHealth(app: Express, ctx: AppContext): void {
  app.get('/health', async (_req, res) => {
    const vitals = await observeVitals(ctx);
    const isWell = vitals.database === 'ok' && vitals.redis === 'ok';
    res.setHeader('cache-control', 'no-store');
    res.status(isWell ? 200 : 503).json(isWell ? { status: 'ok' } : { status: 'failing', ...vitals });
  });
}
