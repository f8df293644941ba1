import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Entitlements } from '@chat-saas/contract';
import { z } from 'zod';
import { Plan, PlanId } from './plan.contract.ts';

const FILE = new URL('../../../../templates/plans.json', import.meta.url);

/** The plans on offer, in the order in which they are shown. @throws Error when `templates/plans.json` isn't valid */
export function readPlans(): readonly Plan[] {
  const parsed = z.array(Plan).safeParse(JSON.parse(readFileSync(FILE, 'utf8')));
  if (!parsed.success) throw new Error(`templates/plans.json is not valid: ${z.prettifyError(parsed.error)}`);
  const missing = PlanId.options.filter((id) => !parsed.data.some((plan) => plan.id === id));
  if (missing.length > 0) throw new Error(`templates/plans.json lacks the plan ${missing.join(', ')}.`);
  return parsed.data;
}

/** What a stack is told about its plan. @throws Error for a plan that isn't on offer */
export function entitlementsOf(plans: readonly Plan[], id: PlanId): Entitlements {
  const plan = plans.find((each) => each.id === id);
  if (!plan) throw new Error(`There is no plan ${id}.`);
  return { planId: plan.id, planName: plan.name, limits: plan.limits, features: plan.features };
}

/** Tells whether a stack was told the latest. */
export const entitlementsHash = (entitlements: Entitlements) =>
  createHash('sha256').update(JSON.stringify(entitlements)).digest('hex').slice(0, 16);
