import type { AppContext } from '../../app/context.ts';
import { endDeadLeases, takeOperation } from './operation-lease.ts';
import { runOperation } from './operation-run.ts';

const SWEEP_MS = 1000;
const AT_ONCE = 2;

export interface OperationWorker {
  start(): Promise<void>;
  /** Looks for work now instead of at the next sweep. */
  wake(): void;
  /** Lets no step begin any more and waits for those in progress to give up. */
  stop(): Promise<void>;
}

/** Works on queued operations, two at a time; the database is the queue. */
export function createOperationWorker(ctx: AppContext): OperationWorker {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let isLooking = false;
  let lookAgain = false;
  let sweep: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    if (isLooking) {
      lookAgain = true;
      return;
    }
    isLooking = true;
    try {
      while (running.size < AT_ONCE && !stopping.signal.aborted) {
        const lease = await takeOperation(ctx);
        if (!lease) break;
        const work = workOn(ctx, lease, stopping.signal).finally(() => {
          running.delete(work);
          wake();
        });
        running.add(work);
      }
    } finally {
      isLooking = false;
    }
    if (lookAgain) {
      lookAgain = false;
      await look();
    }
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    look().catch((error: unknown) => ctx.log.error({ err: error }, 'the operation worker could not look for work'));
  }

  return {
    async start() {
      await endDeadLeases();
      sweep = setInterval(wake, SWEEP_MS).unref();
      wake();
    },
    wake,
    async stop() {
      clearInterval(sweep);
      stopping.abort(new Error('The control plane stops.'));
      await Promise.allSettled(running);
    },
  };
}

async function workOn(ctx: AppContext, lease: NonNullable<Awaited<ReturnType<typeof takeOperation>>>, signal: AbortSignal): Promise<void> {
  const { tenantId, _id } = lease.operation;
  await ctx.holds.take(tenantId);
  try {
    await runOperation(ctx, lease, signal);
  } catch (error) {
    ctx.log.error({ err: error, operationId: _id }, 'an operation broke off; it goes on at the next sweep');
  } finally {
    ctx.holds.release(tenantId);
    await lease
      .release()
      .catch((error: unknown) => ctx.log.error({ err: error, operationId: _id }, 'a lease was not given back; it runs out'));
  }
}
