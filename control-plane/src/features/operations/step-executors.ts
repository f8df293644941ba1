import { problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { planStack, type StackStep } from '../stacks/stack.plan.ts';
import type { TenantDoc } from '../tenants/tenant.service.ts';
import { ensureSecrets, forgetSecrets, removeTenantRecord, specOf, writeFacts } from '../tenants/tenant-facts.service.ts';
import { observeTenant } from '../tenants/tenant-observe.service.ts';
import { makeFirstAdmin, makeFirstInstance, probeUntilReady } from './first-steps.ts';
import type { OperationDoc } from './operation.model.ts';
import type { OwnStep, StepName } from './operation.plan.ts';

/** What a step gets: the tenant as it is stored now. */
export interface Job {
  ctx: AppContext;
  operation: OperationDoc;
  tenant: TenantDoc;
  signal: AbortSignal;
}

/** Every step looks first, may run twice, and answers with what it saw in one line. */
export interface Executor {
  run(job: Job): Promise<string>;
  /** Takes back what `run` did, also where it did only half of it. */
  undo?(job: Job): Promise<unknown>;
  deadlineMs: number;
  attempts: number;
}

const UNDO: Record<StackStep, readonly StackStep[]> = {
  make_folders: ['drop_database', 'remove_folders'],
  start_redis: ['stop_redis'],
  start_app: ['stop_app'],
  stop_app: ['start_app'],
  stop_redis: ['start_redis'],
  drop_database: [],
  remove_folders: [],
};

function ofStack(step: StackStep, deadlineMs: number, attempts = 2): Executor {
  const apply = async ({ ctx, tenant, signal }: Job, which: StackStep) => {
    const detail = await ctx.stacks.apply(which, specOf(ctx, tenant), signal);
    if (which.startsWith('stop_')) await observeTenant(ctx, tenant);
    return detail;
  };
  return {
    run: (job) => apply(job, step),
    undo: async (job) => {
      for (const back of UNDO[step]) await apply(job, back);
    },
    deadlineMs,
    attempts,
  };
}

const own: Record<OwnStep, Executor> = {
  validate: {
    run: async ({ ctx, tenant, signal }) => {
      await ctx.stacks.check(signal);
      if (tenant.engine === 'whatsapp-web' && !ctx.config.CHROMIUM)
        throw problem('ENGINE_UNAVAILABLE', { detail: 'WhatsApp Web needs a Chromium, and there is none here.' });
      return 'This host can run it.';
    },
    deadlineMs: 10_000,
    attempts: 1,
  },
  make_secrets: {
    run: async ({ ctx, tenant }) =>
      (await ensureSecrets(ctx, tenant._id)) === 'made' ? 'New secrets, sealed.' : 'The secrets are there already.',
    undo: ({ tenant }) => forgetSecrets(tenant._id),
    deadlineMs: 10_000,
    attempts: 3,
  },
  first_admin: { run: makeFirstAdmin, deadlineMs: 20_000, attempts: 3 },
  first_instance: { run: makeFirstInstance, deadlineMs: 20_000, attempts: 3 },
  route: {
    run: async ({ ctx, tenant, operation }) => {
      await writeFacts(ctx, tenant._id, operation.kind === 'provision' ? { routedAt: ctx.now() } : { suspension: null });
      return `The edge leads ${tenant.slug}.${ctx.config.BASE_DOMAIN} to it.`;
    },
    undo: ({ ctx, tenant, operation }) =>
      writeFacts(ctx, tenant._id, operation.kind === 'provision' ? { routedAt: null } : { suspension: operation.formerSuspension }),
    deadlineMs: 10_000,
    attempts: 3,
  },
  probe: { run: probeUntilReady, deadlineMs: 30_000, attempts: 2 },
  close_route: {
    run: async ({ ctx, tenant, operation }) => {
      const by = { by: operation.requestedBy, at: ctx.now() };
      if (operation.kind === 'delete') await writeFacts(ctx, tenant._id, { deletion: tenant.deletion ?? by });
      else await writeFacts(ctx, tenant._id, { suspension: tenant.suspension ?? { ...by, reason: operation.reason } });
      return 'The edge leads nobody to it.';
    },
    undo: ({ ctx, tenant, operation }) =>
      writeFacts(ctx, tenant._id, operation.kind === 'delete' ? { deletion: null } : { suspension: null }),
    deadlineMs: 10_000,
    attempts: 3,
  },
  release: {
    run: async ({ ctx, tenant }) => {
      const left = planStack('gone', await ctx.stacks.observe(tenant._id, { database: true }));
      if (left) throw new Error(`Something is left of the stack: ${left} is still to be done.`);
      await removeTenantRecord(ctx, tenant._id);
      return 'Nothing is left of it.';
    },
    deadlineMs: 20_000,
    attempts: 3,
  },
};

/** A new step doesn't compile until it has an executor. */
export const EXECUTORS: Record<StepName, Executor> = {
  ...own,
  make_folders: ofStack('make_folders', 10_000),
  start_redis: ofStack('start_redis', 20_000),
  start_app: ofStack('start_app', 90_000),
  stop_app: ofStack('stop_app', 20_000),
  stop_redis: ofStack('stop_redis', 15_000),
  drop_database: ofStack('drop_database', 30_000, 3),
  remove_folders: ofStack('remove_folders', 30_000, 3),
};
