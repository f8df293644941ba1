import { newId } from '@chat-saas/contract';
import { duplicateKey } from '@chat-saas/server/mongo';
import { notFound, problem } from '@chat-saas/server/problem';
import type { z } from 'zod';
import type { Actor, AppContext } from '../../app/context.ts';
import { announceTenant, tenantById } from '../tenants/tenant.service.ts';
import type { Operation, OperationKind, OperationStatus } from './operation.contract.ts';
import { type OperationDoc, OperationModel } from './operation.model.ts';
import { canTurnBack, stepsOf } from './operation.plan.ts';

export function shownOperation(operation: OperationDoc): Operation {
  const text = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: operation._id,
    kind: operation.kind,
    tenantId: operation.tenantId,
    tenantName: operation.tenantName,
    status: operation.status,
    steps: operation.steps.map((step) => ({ ...step, startedAt: text(step.startedAt) })),
    error: operation.error,
    requestedBy: operation.requestedBy,
    createdAt: operation.createdAt.toISOString(),
    startedAt: text(operation.startedAt),
    finishedAt: text(operation.finishedAt),
  };
}

export interface OperationRequest {
  /** Given where an idempotency key decides it. */
  id?: string;
  kind: OperationKind;
  tenant: { _id: string; name: string; suspension: OperationDoc['formerSuspension'] };
  reason?: string | null;
}

/** Queues an operation and wakes the worker. With an `id` that exists already, answers with that one. @throws TENANT_BUSY */
export async function startOperation(ctx: AppContext, actor: Actor, request: OperationRequest): Promise<Operation> {
  const { kind, tenant } = request;
  const steps = stepsOf(kind, (goal) => ctx.stacks.stepsTo(goal)).map((name) => ({ name, status: 'pending' as const }));
  try {
    const created = await OperationModel.create({
      _id: request.id ?? newId(),
      kind,
      tenantId: tenant._id,
      tenantName: tenant.name,
      activeTenantId: tenant._id,
      status: 'queued',
      steps,
      requestedBy: actor.name,
      reason: request.reason ?? null,
      formerSuspension: tenant.suspension,
      createdAt: ctx.now(),
    });
    await announceOperation(ctx, created.toObject());
    ctx.wakeOperations();
    return shownOperation(created.toObject());
  } catch (error) {
    const existing = duplicateKey(error) && request.id ? await OperationModel.findById(request.id).lean() : null;
    if (existing) return shownOperation(existing);
    throw duplicateKey(error) ? problem('TENANT_BUSY') : error;
  }
}

/** Tells the open screens; the tenant's status may hang on it. */
export async function announceOperation(ctx: AppContext, operation: OperationDoc): Promise<void> {
  ctx.emit('operation.changed', shownOperation(operation));
  await announceTenant(ctx, operation.tenantId);
}

export async function getOperation(id: string): Promise<Operation> {
  return shownOperation(await findOperation(id));
}

interface Filter {
  cursor?: string | undefined;
  limit: number;
  tenantId?: string | undefined;
  status?: z.infer<typeof OperationStatus> | undefined;
}

/** Latest first; ids sort by time. */
export async function listOperations({ cursor, limit, tenantId, status }: Filter) {
  const found = await OperationModel.find({
    ...(cursor ? { _id: { $lt: cursor } } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(status ? { status } : {}),
  })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const items = found.slice(0, limit).map(shownOperation);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Asks the worker to stop before the next step and to undo; may be asked twice. @throws NOT_FOUND, OPERATION_FINISHED */
export async function cancelOperation(ctx: AppContext, actor: Actor, id: string): Promise<Operation> {
  const operation = await findOperation(id);
  if (operation.finishedAt) throw problem('OPERATION_FINISHED');
  if (!canTurnBack(operation.steps)) throw problem('OPERATION_FINISHED', { detail: 'It is past the point where it can be undone.' });
  const cancelled = await OperationModel.findOneAndUpdate(
    { _id: id, finishedAt: null },
    { $set: { cancellation: operation.cancellation ?? { by: actor.name, at: ctx.now() } } },
    { returnDocument: 'after' },
  ).lean();
  if (!cancelled) throw problem('OPERATION_FINISHED');
  ctx.wakeOperations();
  return shownOperation(cancelled);
}

/** Asks for the same again. @throws NOT_FOUND, OPERATION_NOT_FAILED, TENANT_BUSY */
export async function retryOperation(ctx: AppContext, actor: Actor, id: string): Promise<Operation> {
  const { kind, status, tenantId, reason } = await findOperation(id);
  if (!['failed', 'rolled_back', 'cancelled'].includes(status)) throw problem('OPERATION_NOT_FAILED');
  const tenant = await tenantById(tenantId);
  if (!tenant) throw problem('OPERATION_NOT_FAILED', { detail: 'The tenant is gone.' });
  if (kind === 'provision' && tenant.readyAt) throw problem('OPERATION_NOT_FAILED', { detail: 'The tenant has been made since.' });
  return startOperation(ctx, actor, { kind, tenant, reason });
}

async function findOperation(id: string): Promise<OperationDoc> {
  const operation = await OperationModel.findById(id).lean();
  if (!operation) throw notFound();
  return operation;
}
