import { setTimeout as delay } from 'node:timers/promises';
import { ProblemException } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { tenantById } from '../tenants/tenant.service.ts';
import { writeFacts } from '../tenants/tenant-facts.service.ts';
import type { OperationDoc, StepDoc } from './operation.model.ts';
import { nextMove, type StepName } from './operation.plan.ts';
import type { OperationLease } from './operation-lease.ts';
import { EXECUTORS, type Job } from './step-executors.ts';

const RETRY_AFTER_MS = [500, 2000, 5000];

/**
 * Works on an operation until it has ended; every step is stored before and after. Returns early when the lease is lost or
 * `signal` says that this process stops: whoever holds the lease next goes on from what is stored.
 */
export async function runOperation(ctx: AppContext, lease: OperationLease, signal: AbortSignal): Promise<void> {
  let operation = lease.operation;
  while (!signal.aborted) {
    const move = nextMove(operation);
    if (move.do === 'finish') return finish(ctx, lease, operation, move.status);
    const next =
      move.do === 'turn_back'
        ? await lease.save({ undoing: move.why, steps: operation.steps.map(turnedBack) })
        : move.do === 'undo'
          ? await undoStep(ctx, lease, operation, move.index, signal)
          : await runStep(ctx, lease, operation, move.index, signal);
    if (!next) return; // the lease was lost, or this process stops
    operation = next;
  }
}

async function runStep(ctx: AppContext, lease: OperationLease, operation: OperationDoc, index: number, stop: AbortSignal) {
  const step = stepAt(operation, index);
  const executor = EXECUTORS[step.name as StepName];
  const startedAt = ctx.now();
  const attempts = step.attempts + 1;
  const begun = await saveStep(lease, operation, index, { ...step, status: 'running', startedAt: step.startedAt ?? startedAt, attempts });
  if (!begun) return null;
  const since = Date.now();
  try {
    const detail = await withDeadline(executor.deadlineMs, stop, async (signal) => executor.run(await jobFor(ctx, begun, signal)));
    return await saveStep(lease, begun, index, {
      ...stepAt(begun, index),
      status: 'succeeded',
      detail,
      error: null,
      durationMs: Date.now() - since,
    });
  } catch (error) {
    if (stop.aborted) return null;
    const sentence = sentenceOf(ctx, error, step.name);
    const isLast = attempts >= executor.attempts;
    const failed = { ...stepAt(begun, index), error: sentence, durationMs: Date.now() - since };
    const saved = await saveStep(lease, begun, index, { ...failed, status: isLast ? 'failed' : 'pending' });
    if (!isLast) await delay(RETRY_AFTER_MS[attempts - 1] ?? 5000, undefined, { signal: stop }).catch(() => undefined);
    return saved;
  }
}

async function undoStep(ctx: AppContext, lease: OperationLease, operation: OperationDoc, index: number, stop: AbortSignal) {
  const step = stepAt(operation, index);
  const { undo, deadlineMs } = EXECUTORS[step.name as StepName];
  for (let attempt = 0; ; attempt++) {
    try {
      if (undo) await withDeadline(deadlineMs, stop, async (signal) => undo(await jobFor(ctx, operation, signal)));
      return await saveStep(lease, operation, index, { ...step, status: 'undone' });
    } catch (error) {
      if (stop.aborted) return null;
      const sentence = `${step.name} could not be undone: ${sentenceOf(ctx, error, step.name)}`;
      const waitMs = RETRY_AFTER_MS[attempt];
      if (waitMs === undefined) {
        await finish(ctx, lease, { ...operation, undoing: sentence }, 'failed');
        return null;
      }
      await delay(waitMs, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}

async function finish(ctx: AppContext, lease: OperationLease, operation: OperationDoc, status: OperationDoc['status']): Promise<void> {
  const failed = operation.steps.find((step) => step.status === 'failed');
  const error = status === 'succeeded' ? null : (operation.undoing ?? failed?.error ?? 'A step failed.');
  if (error && (operation.kind === 'provision' || operation.kind === 'delete'))
    await writeFacts(ctx, operation.tenantId, { failure: error });
  await lease.finish({ status, error, finishedAt: ctx.now() });
}

/** What was never begun is left out; what was begun is to be undone. */
const turnedBack = (step: StepDoc): StepDoc =>
  step.status === 'pending' ? { ...step, status: step.attempts > 0 ? 'failed' : 'skipped' } : step;

async function jobFor(ctx: AppContext, operation: OperationDoc, signal: AbortSignal): Promise<Job> {
  const tenant = await tenantById(operation.tenantId);
  if (!tenant) throw new Error('The tenant is gone.');
  return { ctx, operation, tenant, signal };
}

function stepAt(operation: OperationDoc, index: number): StepDoc {
  const step = operation.steps[index];
  if (!step) throw new Error(`Operation ${operation._id} has no step ${index}.`);
  return step;
}

const saveStep = (lease: OperationLease, operation: OperationDoc, index: number, step: StepDoc) =>
  lease.save({ steps: operation.steps.with(index, step) });

/** @throws what `work` threw, or one sentence when the time is up */
async function withDeadline<Result>(
  deadlineMs: number,
  stop: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const late = AbortSignal.timeout(deadlineMs);
  const signal = AbortSignal.any([stop, late]);
  const end = new Promise<never>((_, reject) => {
    const give = () => reject(late.aborted ? new Error(`It took longer than ${deadlineMs / 1000} s.`) : signal.reason);
    signal.addEventListener('abort', () => setTimeout(give, 200).unref(), { once: true }); // its own sentence says more
  });
  return Promise.race([work(signal), end]);
}

/** Expected failures are one sentence; a bug is logged with its stack and still told in short. */
function sentenceOf(ctx: AppContext, error: unknown, step: string): string {
  if (!(error instanceof ProblemException)) ctx.log.error({ err: error, step }, 'a step of an operation failed');
  return error instanceof Error ? error.message.slice(0, 500) : 'It failed for an unknown reason.';
}
