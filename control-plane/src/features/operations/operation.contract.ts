import { Id, PageInput, pageOf, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const OperationKind = z.enum(['provision', 'suspend', 'resume', 'restart', 'delete']);
export type OperationKind = z.infer<typeof OperationKind>;
export const OperationStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'rolled_back', 'cancelled']);

export const OperationStep = z.object({
  /** Stable name, such as `start_app`; clients translate it. */
  name: z.string(),
  status: z.enum(['pending', 'running', 'succeeded', 'failed', 'skipped', 'undone']),
  startedAt: z.string().nullable(),
  durationMs: z.number().nullable(),
  attempts: z.number(),
  /** What was observed, in one line. */
  detail: z.string().nullable(),
  error: z.string().nullable(),
});

export const Operation = z.object({
  id: z.string(),
  kind: OperationKind,
  tenantId: z.string(),
  tenantName: z.string(),
  status: OperationStatus,
  steps: z.array(OperationStep),
  error: z.string().nullable(),
  requestedBy: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type Operation = z.infer<typeof Operation>;

/** What would happen: refused by `expectedPlan` once the world has changed. */
export const Preview = z.object({ kind: OperationKind, tenant: z.string(), steps: z.array(z.string()), hash: z.string() });

export const operationContract = {
  list: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/operations', summary: 'Operations, latest first', tags: ['Operations'] })
    .input(PageInput.extend({ tenantId: z.string().max(64).optional(), status: OperationStatus.optional() }))
    .output(pageOf(Operation)),
  get: procedure({ access: 'owner', perMinute: 600 })
    .route({ method: 'GET', path: '/operations/{id}', summary: 'One operation with its steps', tags: ['Operations'] })
    .input(z.object({ id: Id }))
    .output(Operation),
  cancel: procedure({ access: 'owner' })
    .route({ method: 'PUT', path: '/operations/{id}/cancellation', summary: 'Stop before the next step and undo', tags: ['Operations'] })
    .input(z.object({ id: Id }))
    .output(Operation)
    .errors({ OPERATION_FINISHED: { status: 409, message: 'This operation has already ended.' } }),
  retry: procedure({ access: 'owner' })
    .route({ method: 'POST', path: '/operations/{id}/retry', summary: 'Ask for the same again', tags: ['Operations'], successStatus: 202 })
    .input(z.object({ id: Id }))
    .output(Operation)
    .errors({
      OPERATION_NOT_FAILED: { status: 409, message: 'Only a failed operation can be tried again.' },
      TENANT_BUSY: { status: 409, message: 'Another operation is running for this tenant.' },
    }),
};
