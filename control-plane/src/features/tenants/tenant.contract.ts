import { Email, EngineKind, line, PageInput, Phone, pageOf, procedure, Slug } from '@chat-saas/contract';
import { z } from 'zod';
import { Operation, Preview } from '../operations/operation.contract.ts';
import { PlanId } from '../plans/plan.contract.ts';

export const TenantStatus = z.enum(['provisioning', 'ready', 'degraded', 'suspended', 'deleting', 'failed']);
export type TenantStatus = z.infer<typeof TenantStatus>;

export const Tenant = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  plan: PlanId,
  status: TenantStatus,
  /** Why it is degraded, failed or suspended; null when all is well. */
  reason: z.string().nullable(),
  appUrl: z.string(),
  adminEmail: z.string(),
  version: z.string().nullable(),
  instances: z.object({ total: z.number(), ready: z.number(), attention: z.number() }).nullable(),
  messagesToday: z.number().nullable(),
  memoryBytes: z.number().nullable(),
  /** When the figures above were last seen. */
  observedAt: z.string().nullable(),
  currentOperationId: z.string().nullable(),
  createdAt: z.string(),
});
export type Tenant = z.infer<typeof Tenant>;

/** An id, a slug, or a prefix of either that fits one tenant only. */
const Ref = z.object({ id: z.string().regex(/^[0-9a-z-]{1,64}$/) });
const Guard = { expectedPlan: z.string().min(1).max(64).optional() };
const Accepted = z.object({ tenant: Tenant, operation: Operation });
const CONFLICTS = {
  TENANT_BUSY: { status: 409, message: 'Another operation is running for this tenant.' },
  PLAN_CHANGED: { status: 409, message: 'What would happen has changed since the preview. Look again.' },
  WRONG_STATE: { status: 409, message: 'The tenant is not in a state that allows this.' },
  AMBIGUOUS: { status: 409, message: 'More than one tenant begins like this.' },
} as const;

export const CreateTenant = z.object({
  name: line(80),
  plan: PlanId.default('starter'),
  slug: Slug.optional(),
  adminName: line(80).optional(),
  adminEmail: Email.optional(),
  adminPhone: Phone.nullable().optional(),
  /** Of the first number; the host's default where absent. */
  engine: EngineKind.optional(),
});

export const tenantContract = {
  list: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/tenants', summary: 'List tenants, latest first', tags: ['Tenants'] })
    .input(
      PageInput.extend({ status: z.enum([...TenantStatus.options, 'active', 'attention']).optional(), q: z.string().max(80).optional() }),
    )
    .output(pageOf(Tenant).extend({ total: z.number() })),
  get: procedure({ access: 'owner', perMinute: 600 })
    .route({ method: 'GET', path: '/tenants/{id}', summary: 'One tenant', tags: ['Tenants'] })
    .input(Ref)
    .output(Tenant)
    .errors({ AMBIGUOUS: CONFLICTS.AMBIGUOUS }),
  /** Send `Idempotency-Key`: the same key answers with the same tenant and operation. */
  create: procedure({ access: 'owner', perMinute: 30 })
    .route({ method: 'POST', path: '/tenants', summary: 'Create a tenant with its stack', tags: ['Tenants'], successStatus: 202 })
    .input(CreateTenant.extend(Guard))
    .output(Accepted)
    .errors({
      SLUG_TAKEN: { status: 409, message: 'This address is taken.' },
      IDEMPOTENCY_KEY_REUSED: { status: 409, message: 'This idempotency key was used for something else.' },
      PLAN_CHANGED: CONFLICTS.PLAN_CHANGED,
      ENGINE_UNAVAILABLE: { status: 503, message: 'This engine cannot run here: its browser is missing.' },
    }),
  preview: procedure({ access: 'owner' })
    .route({
      method: 'POST',
      path: '/tenants/preview',
      summary: 'What creating, suspending, … would do; changes nothing',
      tags: ['Tenants'],
    })
    .input(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('provision'), input: CreateTenant }),
        z.object({ kind: z.enum(['suspend', 'resume', 'restart', 'delete']), id: Ref.shape.id }),
      ]),
    )
    .output(Preview)
    .errors({ ...CONFLICTS, SLUG_TAKEN: { status: 409, message: 'This address is taken.' } }),
  /**
   * How to reach a tenant: the app, a connect link for its default number and, where that is simulated, the customer's phone.
   * Makes new links on every call. `password` only for a first administrator who never signed in.
   */
  access: procedure({ access: 'owner' })
    .route({ method: 'POST', path: '/tenants/{id}/access', summary: 'Fresh addresses to hand out', tags: ['Tenants'] })
    .input(Ref)
    .output(
      z.object({
        urls: z.object({ app: z.string(), connect: z.string(), phone: z.string().nullable() }),
        owner: z.object({ email: z.string(), password: z.string() }).nullable(),
      }),
    )
    .errors({ WRONG_STATE: CONFLICTS.WRONG_STATE, AMBIGUOUS: CONFLICTS.AMBIGUOUS }),
  resetAdminPassword: procedure({ access: 'owner' })
    .route({
      method: 'POST',
      path: '/tenants/{id}/admin-password',
      summary: 'New one-time password for the first administrator',
      tags: ['Tenants'],
    })
    .input(Ref)
    .output(z.object({ email: z.string(), password: z.string() }))
    .errors({ WRONG_STATE: CONFLICTS.WRONG_STATE, AMBIGUOUS: CONFLICTS.AMBIGUOUS }),
  update: procedure({ access: 'owner' })
    .route({ method: 'PUT', path: '/tenants/{id}', summary: 'Rename or change the plan', tags: ['Tenants'] })
    .input(Ref.extend({ name: line(80).optional(), plan: PlanId.optional() }))
    .output(Tenant)
    .errors({ AMBIGUOUS: CONFLICTS.AMBIGUOUS }),
  suspend: procedure({ access: 'owner' })
    .route({
      method: 'PUT',
      path: '/tenants/{id}/suspension',
      summary: 'Stop every surface; data is kept',
      tags: ['Tenants'],
      successStatus: 202,
    })
    .input(Ref.extend({ reason: line(200).optional(), ...Guard }))
    .output(Accepted)
    .errors(CONFLICTS),
  resume: procedure({ access: 'owner' })
    .route({ method: 'DELETE', path: '/tenants/{id}/suspension', summary: 'Start again', tags: ['Tenants'], successStatus: 202 })
    .input(Ref.extend(Guard))
    .output(Accepted)
    .errors(CONFLICTS),
  restart: procedure({ access: 'owner' })
    .route({ method: 'POST', path: '/tenants/{id}/restart', summary: 'Restart the stack', tags: ['Tenants'], successStatus: 202 })
    .input(Ref.extend(Guard))
    .output(Accepted)
    .errors(CONFLICTS),
  remove: procedure({ access: 'owner' })
    .route({
      method: 'DELETE',
      path: '/tenants/{id}',
      summary: 'Delete a tenant and its data for good',
      tags: ['Tenants'],
      successStatus: 202,
    })
    .input(Ref.extend({ confirm: z.string().max(80), ...Guard }))
    .output(Accepted)
    .errors({ ...CONFLICTS, CONFIRMATION_WRONG: { status: 400, message: 'The name does not match the tenant’s.' } }),
  logs: procedure({ access: 'owner', perMinute: 240 })
    .route({ method: 'GET', path: '/tenants/{id}/logs', summary: 'The latest lines of the stack’s logs', tags: ['Tenants'] })
    .input(
      Ref.extend({
        part: z.enum(['app', 'redis']).default('app'),
        tail: z.coerce.number().int().min(1).max(1000).default(200),
        cursor: z.string().max(40).optional(),
      }),
    )
    .output(z.object({ lines: z.array(z.string()), nextCursor: z.string() }))
    .errors({ AMBIGUOUS: CONFLICTS.AMBIGUOUS }),
};
