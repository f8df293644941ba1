import { procedure } from '@chat-saas/contract';
import { z } from 'zod';
import { Operation } from '../operations/operation.contract.ts';

export const dashboardContract = {
  get: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/dashboard', summary: 'The house at a glance', tags: ['Dashboard'] })
    .output(
      z.object({
        tenants: z.object({ total: z.number(), ready: z.number(), suspended: z.number(), attention: z.number() }),
        instances: z.object({ total: z.number(), ready: z.number() }),
        messagesToday: z.number(),
        memoryBytes: z.number(),
        /** Per month at list price, in centavos. */
        listRevenueCents: z.number(),
        needsAttention: z.array(
          z.object({ tenantId: z.string(), slug: z.string(), name: z.string(), status: z.string(), reason: z.string() }),
        ),
        recentOperations: z.array(Operation),
      }),
    ),
};
