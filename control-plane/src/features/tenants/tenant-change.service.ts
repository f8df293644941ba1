import { problem } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { claimKey } from '../idempotency/idempotency.service.ts';
import type { OperationKind } from '../operations/operation.contract.ts';
import { previewHash, stepsOf } from '../operations/operation.plan.ts';
import { getOperation, startOperation } from '../operations/operation.service.ts';
import { activeOperationOf } from '../operations/operation-active.service.ts';
import { allows } from './tenant.plan.ts';
import { findTenant, getTenant, type TenantDoc } from './tenant.service.ts';

type Kind = Exclude<OperationKind, 'provision'>;
interface Asked {
  idempotencyKey: string | null;
  expectedPlan?: string | undefined;
  reason?: string | undefined;
  /** Of a deletion: the tenant's name or slug, typed by a person. */
  confirm?: string;
}

/** Queues what was asked for. @throws NOT_FOUND, AMBIGUOUS, WRONG_STATE, TENANT_BUSY, PLAN_CHANGED, CONFIRMATION_WRONG, IDEMPOTENCY_KEY_REUSED */
export async function changeTenant(ctx: AppContext, actor: Actor, kind: Kind, ref: string, asked: Asked) {
  const tenant = await findTenant(ref);
  const claim = await claimKey(ctx, actor, asked.idempotencyKey, { kind, tenant: tenant._id, reason: asked.reason ?? null }, tenant._id);
  if (claim.isRepeat) {
    const operation = await operationIfStarted(claim.operationId);
    if (operation) return { tenant: await getTenant(ctx, tenant._id), operation };
  }
  try {
    if (asked.confirm !== undefined && ![tenant.name, tenant.slug].includes(asked.confirm.trim())) throw problem('CONFIRMATION_WRONG');
    if (asked.expectedPlan && (await previewOf(ctx, kind, tenant)).hash !== asked.expectedPlan) throw problem('PLAN_CHANGED');
    const active = await activeOperationOf(tenant._id);
    if (active && active._id !== claim.operationId) throw problem('TENANT_BUSY');
    if (!allows(kind, tenant)) throw problem('WRONG_STATE');
    const operation = await startOperation(ctx, actor, { id: claim.operationId, kind, tenant, reason: asked.reason ?? null });
    return { tenant: await getTenant(ctx, tenant._id), operation };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** What would happen, without doing it. @throws NOT_FOUND, AMBIGUOUS, WRONG_STATE, TENANT_BUSY */
export async function previewChange(ctx: AppContext, kind: Kind, ref: string) {
  const tenant = await findTenant(ref);
  if (await activeOperationOf(tenant._id)) throw problem('TENANT_BUSY');
  if (!allows(kind, tenant)) throw problem('WRONG_STATE');
  return previewOf(ctx, kind, tenant);
}

async function previewOf(ctx: AppContext, kind: Kind, tenant: TenantDoc) {
  const { status } = await getTenant(ctx, tenant._id);
  const preview = { kind, tenant: tenant.slug, steps: [...stepsOf(kind, (goal) => ctx.stacks.stepsTo(goal))] };
  return { ...preview, hash: previewHash(preview, { id: tenant._id, status, name: tenant.name, plan: tenant.plan }) };
}

async function operationIfStarted(id: string) {
  try {
    return await getOperation(id);
  } catch (error) {
    if ((error as { code?: string }).code === 'NOT_FOUND') return null; // a crash came between key and operation
    throw error;
  }
}
