import { Features, Limits, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const planContract = {
  get: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/plan', summary: 'The plan, its limits and what is used of them', tags: ['Plan'] })
    .output(
      z.object({
        planId: z.string(),
        planName: z.string(),
        limits: Limits,
        features: Features,
        usage: z.object({
          agents: z.number(),
          instances: z.number(),
          conversationsThisMonth: z.number(),
          storageBytes: z.number(),
        }),
      }),
    ),
};
