import { EngineKind, Id, line, Phone, procedure } from '@chat-saas/contract';
import { ConnectLink, Instance } from '@chat-saas/tenant-app/contract';
import { z } from 'zod';

const OfTenant = z.object({ tenantId: z.string().regex(/^[0-9a-z-]{1,64}$/) });
const ById = OfTenant.extend({ id: Id });
const STACK = {
  STACK_UNREACHABLE: { status: 503, message: 'The tenant’s stack does not answer. Is it suspended or still starting?' },
} as const;
/** Refusals of the tenant's app pass through with their own code and status. */

export const instanceContract = {
  list: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/tenants/{tenantId}/instances', summary: 'A tenant’s numbers', tags: ['Instances'] })
    .input(OfTenant)
    .output(z.object({ items: z.array(Instance) }))
    .errors(STACK),
  create: procedure({ access: 'owner' })
    .route({ method: 'POST', path: '/tenants/{tenantId}/instances', summary: 'Add a number', tags: ['Instances'], successStatus: 201 })
    .input(OfTenant.extend({ name: line(60), engine: EngineKind.optional() }))
    .output(Instance)
    .errors(STACK),
  link: procedure({ access: 'owner' })
    .route({
      method: 'PUT',
      path: '/tenants/{tenantId}/instances/{id}/link',
      summary: 'Offer a fresh QR or pairing code',
      tags: ['Instances'],
    })
    .input(ById.extend({ method: z.enum(['qr', 'code']).default('qr'), phone: Phone.optional() }))
    .output(Instance)
    .errors(STACK),
  restart: procedure({ access: 'owner' })
    .route({ method: 'POST', path: '/tenants/{tenantId}/instances/{id}/restart', summary: 'Restart the session', tags: ['Instances'] })
    .input(ById)
    .output(Instance)
    .errors(STACK),
  logout: procedure({ access: 'owner' })
    .route({ method: 'DELETE', path: '/tenants/{tenantId}/instances/{id}/link', summary: 'Unlink the number', tags: ['Instances'] })
    .input(ById)
    .output(Instance)
    .errors(STACK),
  createConnectLink: procedure({ access: 'owner' })
    .route({
      method: 'POST',
      path: '/tenants/{tenantId}/connect-links',
      summary: 'A link that shows the QR of a number',
      tags: ['Connect links'],
      successStatus: 201,
    })
    .input(
      OfTenant.extend({
        instanceId: Id.optional(),
        purpose: z.enum(['connect', 'phone']).default('connect'),
        expiresInHours: z.coerce.number().int().min(1).max(720).default(72),
      }),
    )
    .output(z.object({ link: ConnectLink, url: z.string() }))
    .errors({ ...STACK, NO_INSTANCE: { status: 409, message: 'This tenant has no number yet.' } }),
  listConnectLinks: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/tenants/{tenantId}/connect-links', summary: 'Links that were given out', tags: ['Connect links'] })
    .input(OfTenant)
    .output(z.object({ items: z.array(ConnectLink) }))
    .errors(STACK),
  revokeConnectLink: procedure({ access: 'owner' })
    .route({ method: 'DELETE', path: '/tenants/{tenantId}/connect-links/{id}', summary: 'End a link at once', tags: ['Connect links'] })
    .input(ById)
    .output(ConnectLink)
    .errors(STACK),
};
