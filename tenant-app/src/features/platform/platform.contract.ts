import { Email, Entitlements, line, Phone, procedure } from '@chat-saas/contract';
import { z } from 'zod';

/** What only the control plane asks of a stack, with the stack's own `PLATFORM_TOKEN`. */
export const platformContract = {
  status: procedure({ access: 'platform', perMinute: 600 })
    .route({ method: 'GET', path: '/platform/status', summary: 'What runs here, as observed', tags: ['Platform'] })
    .output(
      z.object({
        tenantId: z.string(),
        version: z.string(),
        uptimeSeconds: z.number(),
        memoryBytes: z.number(),
        database: z.enum(['ok', 'failing']),
        redis: z.enum(['ok', 'failing']),
        instances: z.object({ total: z.number(), ready: z.number(), attention: z.number() }),
        conversations: z.object({ open: z.number(), awaitingHuman: z.number() }),
        messagesToday: z.number(),
      }),
    ),
  setEntitlements: procedure({ access: 'platform' })
    .route({ method: 'PUT', path: '/platform/entitlements', summary: 'Plan, limits and features from now on', tags: ['Platform'] })
    .input(Entitlements)
    .output(Entitlements),
  ensureFirstAdmin: procedure({ access: 'platform' })
    .route({ method: 'PUT', path: '/platform/first-admin', summary: 'Make the first administrator; may run twice', tags: ['Platform'] })
    .input(z.object({ name: line(80), email: Email, phone: Phone.nullable().default(null), password: z.string().min(10).max(200) }))
    /** `created` false: an administrator was there already and keeps their password. */
    .output(z.object({ created: z.boolean(), email: z.string() })),
  resetAdminPassword: procedure({ access: 'platform' })
    .route({
      method: 'POST',
      path: '/platform/admin-password',
      summary: 'One-time password for the first administrator',
      tags: ['Platform'],
    })
    .output(z.object({ email: z.string(), password: z.string() })),
};
