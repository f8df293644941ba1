import { connectRedis } from '@chat-saas/server/redis';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { AppContext } from '../../app/context.ts';
import { conversationExists } from '../conversations/conversation.service.ts';
import type { Answerer } from './answerer.ts';
import { MessageModel } from './message.model.ts';
import { fetchMissingMedia } from './message-media.service.ts';
import { countQueued, flushOutbox } from './outbox.service.ts';
import { runTurn } from './turn.service.ts';

type Work = 'turn' | 'outbox';

const CONCURRENCY = 8;
const SWEEP_MS = 15_000;
const LEFT_BEHIND_MS = 5_000;
const BUSY_AGAIN_MS = 250;

/**
 * Wakes one worker per chat through BullMQ. Redis only carries the call: what there is to do stands in the database,
 * and a sweep finds what a lost call left behind.
 */
export class ChatWorkers {
  readonly #ctx: AppContext;
  readonly #answerer: Answerer;
  readonly #queue: Queue;
  readonly #connection: Redis;
  readonly #workers: Worker[] = [];
  #sweep: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(ctx: AppContext, answerer: Answerer, prefix: string) {
    this.#ctx = ctx;
    this.#connection = connectRedis(ctx.config.REDIS_URL);
    this.#answerer = answerer;
    this.#queue = new Queue('chats', { connection: ctx.redis, prefix });
    this.#queue.on('error', () => undefined); // Redis is away: the sweep goes on
    const worker = new Worker<{ conversationId: string }>('chats', (job) => this.#run(job.name as Work, job.data.conversationId), {
      connection: this.#connection,
      prefix,
      concurrency: CONCURRENCY,
      autorun: false,
    });
    worker.on('error', () => undefined);
    worker.on('failed', (job, error) =>
      ctx.log.error({ err: error, conversationId: job?.data.conversationId }, 'a chat could not be worked on'),
    );
    this.#workers.push(worker);
  }

  start(): void {
    for (const worker of this.#workers) void worker.run();
    this.#sweep = setInterval(() => void this.sweep(), SWEEP_MS);
    this.#ctx.events.on('instance.ready', (instanceId) => this.#wakeInstance(instanceId));
    void this.sweep();
  }

  /** Somebody wrote. Never throws: the message stands in the database. */
  wakeTurn(conversationId: string): Promise<void> {
    return this.#wake('turn', conversationId);
  }

  /** Something is to be sent, now or at `dueAt`. Never throws. */
  wakeOutbox(conversationId: string, dueAt?: Date): Promise<void> {
    return this.#wake('outbox', conversationId, dueAt ? Math.max(0, dueAt.getTime() - this.#ctx.now().getTime()) : 0);
  }

  /** Finds work that nobody was called for: after a crash, or while Redis was away. One at a time. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweepOnce().finally(() => {
      this.#sweeping = undefined;
    });
    return this.#sweeping;
  }

  async #sweepOnce(): Promise<void> {
    try {
      const before = new Date(this.#ctx.now().getTime() - LEFT_BEHIND_MS);
      const unhandled = await MessageModel.distinct('conversationId', { from: 'contact', handledAt: null, at: { $lt: before } });
      const unsent = await MessageModel.distinct('conversationId', {
        receipt: { $in: ['queued', 'unknown', 'sending'] },
        dueAt: { $lte: before },
      });
      for (const id of unhandled) await this.#run('turn', id);
      for (const id of unsent) {
        await countQueued(this.#ctx, id);
        await this.#run('outbox', id);
      }
      await fetchMissingMedia(this.#ctx);
    } catch (error) {
      this.#ctx.log.error({ err: error }, 'the sweep failed; it runs again');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#sweeping;
    await Promise.all(this.#workers.map((worker) => worker.close()));
    await this.#queue.close();
    this.#connection.disconnect(); // BullMQ leaves a connection that it was given
  }

  async #wakeInstance(instanceId: string): Promise<void> {
    await MessageModel.updateMany({ instanceId, receipt: { $in: ['queued', 'unknown'] } }, { dueAt: this.#ctx.now() });
    for (const id of await MessageModel.distinct('conversationId', { instanceId, receipt: { $in: ['queued', 'unknown'] } }))
      await this.wakeOutbox(id);
  }

  async #run(work: Work, conversationId: string): Promise<void> {
    const isDone =
      work === 'turn' ? await runTurn(this.#ctx, conversationId, this.#answerer) : await flushOutbox(this.#ctx, conversationId);
    if (isDone) return;
    // Somebody else is at it and may already be past what woke us: look again in a moment.
    if (await conversationExists(conversationId)) await this.#wake(work, conversationId, BUSY_AGAIN_MS);
  }

  async #wake(work: Work, conversationId: string, delay = 0): Promise<void> {
    try {
      if (this.#ctx.redis.status !== 'ready') return;
      await this.#queue.add(
        work,
        { conversationId },
        { delay, removeOnComplete: true, removeOnFail: true, attempts: 3, backoff: { type: 'exponential', delay: 500 } },
      );
    } catch (error) {
      this.#ctx.log.warn({ err: error }, 'Redis did not take a call; the sweep will find the work');
    }
  }
}
