import type { CreateTenant, PlanId } from '@chat-saas/control-plane/contract';
import type { z } from 'zod';

/** What the dialog holds: empty text stands for “the server chooses”. */
export type FormValues = {
  name: string;
  slug: string;
  plan: PlanId;
  adminName: string;
  adminEmail: string;
  engine: 'auto' | 'whatsapp-web' | 'simulator';
};
type Input = z.input<typeof CreateTenant>;

/** What is sent: only what somebody filled in. */
export function toInput({ name, slug, plan, adminName, adminEmail, engine }: FormValues): Input {
  return {
    name,
    plan,
    ...(slug ? { slug } : {}),
    ...(adminName.trim() ? { adminName } : {}),
    ...(adminEmail.trim() ? { adminEmail } : {}),
    ...(engine === 'auto' ? {} : { engine }),
  };
}

/** The contract's own check, on what would be sent. */
export const formSchema = (schema: typeof CreateTenant) => ({
  safeParse: (values: unknown) => schema.safeParse(toInput(values as FormValues)),
});
