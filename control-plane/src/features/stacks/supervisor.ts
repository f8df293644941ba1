import type { AppContext } from '../../app/context.ts';
import { shouldRun } from '../tenants/tenant.plan.ts';
import { allTenants, type TenantDoc, tenantById } from '../tenants/tenant.service.ts';
import { specOf, writeFacts } from '../tenants/tenant-facts.service.ts';
import { observeTenant, tellEntitlements } from '../tenants/tenant-observe.service.ts';
import { createLimit } from './limit.ts';
import { planStack, type StackGoal } from './stack.plan.ts';
import type { StackEvent } from './stack-driver.ts';

const LOOK_EVERY_MS = 15_000;
const REPAIRS_AT_ONCE = 2;
const LOOKS_AT_ONCE = 4;
const STEP_DEADLINE_MS = 90_000;
const STABLE_AFTER_MS = 60_000;

/** Half a second, then twice as long each time, a minute at most. */
export const backOffMs = (failures: number) => Math.min(60_000, 500 * 2 ** Math.min(failures, 10));

export interface Supervisor {
  /** Brings back the stacks that should run, two at a time, and looks after them from now on. Resolves when all were tried once. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps every stack as its tenant wants it, with back-off; states are written from what is seen. Leaves a stack alone while an operation works on it. */
export function createSupervisor(ctx: AppContext): Supervisor {
  const limitRepairs = createLimit(REPAIRS_AT_ONCE);
  const limitLooks = createLimit(LOOKS_AT_ONCE);
  const troubles = new Map<string, { failures: number; at: number }>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const working = new Set<Promise<void>>();
  let isStopping = false;
  let looking: NodeJS.Timeout | undefined;

  function track(work: Promise<void>): Promise<void> {
    const done = work
      .catch((error: unknown) => ctx.log.error({ err: error }, 'a stack could not be looked after'))
      .finally(() => working.delete(done));
    working.add(done);
    return done;
  }

  /** Counts what went wrong lately; answers with how long to wait. */
  function noteTrouble(tenantId: string): number {
    const { failures, at } = troubles.get(tenantId) ?? { failures: 0, at: 0 };
    const recent = Date.now() - at < backOffMs(failures) + STABLE_AFTER_MS ? failures : 0;
    troubles.set(tenantId, { failures: recent + 1, at: Date.now() });
    return backOffMs(recent);
  }

  function repairIn(tenantId: string, delayMs: number): void {
    if (isStopping || waiting.has(tenantId)) return;
    const timer = setTimeout(() => {
      waiting.delete(tenantId);
      void track(limitRepairs(() => repair(tenantId)));
    }, delayMs).unref();
    waiting.set(tenantId, timer);
  }

  async function repair(tenantId: string): Promise<void> {
    if (isStopping) return;
    try {
      await ctx.holds.repair(tenantId, () => converge(tenantId));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      ctx.log.warn({ err: error, tenantId }, 'a stack could not be brought to what its tenant wants');
      await markDown(tenantId, reason);
      repairIn(tenantId, noteTrouble(tenantId));
    }
  }

  async function converge(tenantId: string): Promise<void> {
    const tenant = await tenantById(tenantId);
    const goal = tenant && goalOf(tenant);
    if (!tenant || !goal) return;
    for (let taken = 0; taken < 10 && !ctx.holds.isHeld(tenantId) && !isStopping; taken++) {
      const step = planStack(goal, await ctx.stacks.observe(tenantId));
      if (!step) break;
      const detail = await ctx.stacks.apply(step, specOf(ctx, tenant), AbortSignal.timeout(STEP_DEADLINE_MS));
      ctx.log.info({ tenantId, step, detail }, 'stack repaired');
    }
    if (ctx.holds.isHeld(tenantId) || isStopping) return;
    if (goal === 'up') await tellEntitlements(ctx, tenant);
    const seen = await observeTenant(ctx, tenant);
    if (goal === 'up' && seen?.reason) repairIn(tenantId, noteTrouble(tenantId)); // up but unwell: look again soon
  }

  async function markDown(tenantId: string, reason: string): Promise<void> {
    const tenant = await tenantById(tenantId);
    if (!tenant || !shouldRun(tenant) || ctx.holds.isHeld(tenantId)) return;
    const former = tenant.observed ?? { version: null };
    await writeFacts(ctx, tenantId, {
      observed: { ...former, isUp: false, reason, at: ctx.now(), instances: null, messagesToday: null, memoryBytes: null },
    });
  }

  function onEvent({ tenantId, part, reason }: StackEvent): void {
    if (isStopping) return;
    ctx.log.warn({ tenantId, part, reason }, 'a part of a stack ended by itself');
    repairIn(tenantId, noteTrouble(tenantId));
    void track(markDown(tenantId, `Its ${part === 'app' ? 'app' : 'Redis'} ${reason}; it is being started again.`));
  }

  async function lookAtAll(): Promise<void> {
    const wanted = (await allTenants()).filter((tenant) => goalOf(tenant) !== null && !ctx.holds.isHeld(tenant._id));
    await Promise.all(wanted.map((tenant) => limitLooks(() => look(tenant))));
  }

  async function look(tenant: TenantDoc): Promise<void> {
    if (isStopping || waiting.has(tenant._id) || ctx.holds.isHeld(tenant._id)) return;
    const isAsWanted = planStack(goalOf(tenant) ?? 'up', await ctx.stacks.observe(tenant._id)) === null;
    if (!isAsWanted) return repairIn(tenant._id, 0);
    const seen = goalOf(tenant) === 'up' ? await observeTenant(ctx, tenant) : null;
    if (seen?.isUp) await tellEntitlements(ctx, tenant);
  }

  function lookAgain(): void {
    looking = setTimeout(() => void track(lookAtAll()).then(() => isStopping || lookAgain()), LOOK_EVERY_MS).unref();
  }

  return {
    async start() {
      ctx.stacks.onEvent(onEvent);
      const wanted = (await allTenants()).filter((tenant) => goalOf(tenant) !== null);
      for (const tenant of wanted) await markDown(tenant._id, 'It is being started with the control plane.');
      await Promise.all(wanted.map((tenant) => track(limitRepairs(() => repair(tenant._id)))));
      lookAgain();
    },
    async stop() {
      isStopping = true;
      clearTimeout(looking);
      for (const timer of waiting.values()) clearTimeout(timer);
      await Promise.all(working);
    },
  };
}

/** What the supervisor brings a stack to; null: an operation has yet to make it, or to end it. */
function goalOf(tenant: TenantDoc): StackGoal | null {
  if (!tenant.readyAt || tenant.deletion) return null;
  return shouldRun(tenant) ? 'up' : 'down';
}
