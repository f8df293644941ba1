import { setTimeout as delay } from 'node:timers/promises';
import { askStack } from '../stacks/stack-client.service.ts';
import { firstPasswordOf, writeFacts } from '../tenants/tenant-facts.service.ts';
import { observeTenant, probeHost, tellEntitlements } from '../tenants/tenant-observe.service.ts';
import type { Job } from './step-executors.ts';

const POLL_MS = 200;

/** The first administrator, with the one-time password that is kept sealed until it is shown. */
export async function makeFirstAdmin({ ctx, tenant }: Job): Promise<string> {
  const password = firstPasswordOf(ctx, tenant);
  if (password === null) return 'The first administrator has been told the password already.';
  const input = { name: tenant.adminName, email: tenant.adminEmail, phone: tenant.adminPhone, password };
  const { created, email } = await askStack(ctx, tenant, (client) => client.platform.ensureFirstAdmin(input));
  return created ? `${email} can sign in.` : `${email} was there already.`;
}

/** The first number, so that there is something to link. */
export async function makeFirstInstance({ ctx, tenant }: Job): Promise<string> {
  return askStack(ctx, tenant, async (client) => {
    const { items } = await client.instances.list();
    if (items[0]) return 'There is a number already.';
    const made = await client.instances.create({ name: 'WhatsApp', engine: tenant.engine });
    return `A number on the engine ${made.engine} waits to be linked.`;
  });
}

/** Ready means: the app answers over its real host name, and says that it is this tenant's. @throws Error when it doesn't in time */
export async function probeUntilReady({ ctx, tenant, signal }: Job): Promise<string> {
  const startedAt = Date.now();
  for (;;) {
    const status = await probeHost(ctx, tenant.slug);
    if (status === 200) break;
    if (signal.aborted) throw new Error(`Its host name answers with ${status ?? 'nothing'}.`);
    await delay(POLL_MS);
  }
  await tellEntitlements(ctx, tenant);
  const seen = await observeTenant(ctx, tenant);
  if (!seen?.isUp || seen.reason) throw new Error(seen?.reason ?? 'The stack was not seen.');
  if (!tenant.readyAt) await writeFacts(ctx, tenant._id, { readyAt: ctx.now(), failure: null });
  return `Its host name answers after ${Date.now() - startedAt} ms.`;
}
