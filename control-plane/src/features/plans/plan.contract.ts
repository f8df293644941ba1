import { Features, Limits, procedure } from '@chat-saas/contract';
import { z } from 'zod';

/** The five of the sources; data in `templates/plans.json`. */
export const PlanId = z.enum(['starter', 'professional', 'business', 'enterprise', 'whitelabel']);
export type PlanId = z.infer<typeof PlanId>;

export const Plan = z.object({
  id: PlanId,
  name: z.string(),
  /** Per month, in centavos; null: on request. */
  amountCents: z.number().int().nullable(),
  /** The amount is a starting price. */
  isFrom: z.boolean(),
  currency: z.literal('BRL'),
  limits: Limits,
  features: Features,
});
export type Plan = z.infer<typeof Plan>;

export const planContract = {
  list: procedure({ access: 'public' })
    .route({ method: 'GET', path: '/plans', summary: 'The plans on offer', tags: ['Plans'] })
    .output(z.object({ items: z.array(Plan) })),
};
