import { hostname } from 'node:os';
import type mongoose from 'mongoose';
import type { AppContext } from '../../app/context.ts';
import { startTimeOf } from '../stacks/process-identity.ts';
import { type OperationDoc, OperationModel, type StepDoc } from './operation.model.ts';
import { afterCrash } from './operation.plan.ts';
import { announceOperation } from './operation.service.ts';

const TTL_MS = 15_000;
const RENEW_EVERY_MS = 5000;
const OWNER = `${hostname()}/${process.pid}/${startTimeOf(process.pid)}`;

type Changes = Partial<Pick<OperationDoc, 'steps' | 'undoing'>>;
type End = Pick<OperationDoc, 'status' | 'error' | 'finishedAt'>;

/** The right to work on one operation. Every write carries the fencing number, so that a former holder can't spoil anything. */
export interface OperationLease {
  operation: OperationDoc;
  /** The operation as stored; null: the lease was lost, stop at once. */
  save(changes: Changes): Promise<OperationDoc | null>;
  finish(end: End): Promise<void>;
  /** Gives it back unfinished; whoever comes next goes on. */
  release(): Promise<void>;
}

/** Takes the oldest operation that nobody works on; null when there is none. */
export async function takeOperation(ctx: AppContext): Promise<OperationLease | null> {
  const now = ctx.now();
  const free: mongoose.QueryFilter<OperationDoc> = {
    status: { $in: ['queued', 'running'] },
    $or: [{ lease: null }, { 'lease.until': { $lt: now } }],
  };
  const taken = await OperationModel.findOneAndUpdate(
    free,
    { $set: { lease: leaseUntil(now), status: 'running' }, $inc: { fence: 1 } },
    { sort: { _id: 1 }, returnDocument: 'after' },
  ).lean();
  return taken && holdLease(ctx, taken);
}

/** At boot: leases of processes of this host that are gone don't have to run out. */
export async function endDeadLeases(): Promise<void> {
  const held = await OperationModel.find({ lease: { $ne: null }, finishedAt: null }, { lease: 1 }).lean();
  for (const { _id, lease } of held) {
    const [host, pid, startedAt] = lease?.owner.split('/') ?? [];
    const isDead = host === hostname() && startTimeOf(Number(pid)) !== startedAt;
    if (isDead) await OperationModel.updateOne({ _id, 'lease.owner': lease?.owner }, { $set: { lease: null } });
  }
}

async function holdLease(ctx: AppContext, taken: OperationDoc): Promise<OperationLease> {
  const mine = { _id: taken._id, fence: taken.fence };
  const renewal = setInterval(() => {
    OperationModel.updateOne(mine, { $set: { lease: leaseUntil(ctx.now()) } }).catch((error: unknown) =>
      ctx.log.warn({ err: error, operationId: taken._id }, 'a lease was not renewed'),
    );
  }, RENEW_EVERY_MS).unref();
  const write = async (changes: Partial<OperationDoc>, unset?: Record<string, 1>): Promise<OperationDoc | null> => {
    const saved = await OperationModel.findOneAndUpdate(
      mine,
      { $set: changes, ...(unset ? { $unset: unset } : {}) },
      { returnDocument: 'after' },
    ).lean();
    if (saved) await announceOperation(ctx, saved);
    else clearInterval(renewal);
    return saved;
  };
  const steps: StepDoc[] = taken.fence > 1 ? afterCrash(taken) : taken.steps;
  const begun = await write({ steps, startedAt: taken.startedAt ?? ctx.now() });
  return {
    operation: begun ?? taken,
    save: (changes) => write({ ...changes, lease: leaseUntil(ctx.now()) }),
    finish: async (end) => {
      clearInterval(renewal);
      await write({ ...end, lease: null }, { activeTenantId: 1 });
    },
    release: async () => {
      clearInterval(renewal);
      await OperationModel.updateOne({ ...mine, finishedAt: null }, { $set: { lease: null } });
    },
  };
}

const leaseUntil = (now: Date) => ({ owner: OWNER, until: new Date(now.getTime() + TTL_MS) });
