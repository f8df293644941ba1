import { Id, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const ConnectLink = z.object({
  id: z.string(),
  instanceId: z.string(),
  /** `phone` opens the customer's phone of a simulated number; `connect` the page with the QR. */
  purpose: z.enum(['connect', 'phone']),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastOpenedAt: z.string().nullable(),
});
export type ConnectLink = z.infer<typeof ConnectLink>;

export const connectLinkContract = {
  list: procedure({ access: 'admin' })
    .route({ method: 'GET', path: '/instances/{instanceId}/connect-links', summary: 'Links that were given out', tags: ['Connect links'] })
    .input(z.object({ instanceId: Id }))
    .output(z.object({ items: z.array(ConnectLink) })),
  create: procedure({ access: 'admin', perMinute: 20 })
    .route({
      method: 'POST',
      path: '/instances/{instanceId}/connect-links',
      summary: 'Make a link; its address is shown this once',
      tags: ['Connect links'],
      successStatus: 201,
    })
    .input(
      z.object({
        instanceId: Id,
        purpose: z.enum(['connect', 'phone']).default('connect'),
        expiresInHours: z.coerce.number().int().min(1).max(720).default(72),
      }),
    )
    .output(z.object({ link: ConnectLink, url: z.url(), token: z.string() }))
    .errors({ NOT_A_SIMULATOR: { status: 409, message: 'Only a simulated number has a customer’s phone.' } }),
  revoke: procedure({ access: 'admin' })
    .route({ method: 'DELETE', path: '/connect-links/{id}', summary: 'End a link at once', tags: ['Connect links'] })
    .input(z.object({ id: Id }))
    .output(ConnectLink),
};
