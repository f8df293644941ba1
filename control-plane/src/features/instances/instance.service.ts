import type { EngineKind } from '@chat-saas/contract';
import { problem } from '@chat-saas/server/problem';
import type { ConnectLink, Instance } from '@chat-saas/tenant-app/contract';
import type { AppContext } from '../../app/context.ts';
import { askStack, type StackClient } from '../stacks/stack-client.service.ts';
import { findTenant, type TenantDoc } from '../tenants/tenant.service.ts';

/** Asks the stack of a tenant that has one. @throws NOT_FOUND, AMBIGUOUS, STACK_UNREACHABLE, and what the stack refuses */
export async function onStack<Answer>(
  ctx: AppContext,
  ref: string,
  ask: (client: StackClient, tenant: TenantDoc) => Promise<Answer>,
): Promise<Answer> {
  const tenant = await findTenant(ref);
  return askStack(ctx, tenant, (client) => ask(client, tenant));
}

export async function createInstance(ctx: AppContext, ref: string, name: string, engine: EngineKind | undefined): Promise<Instance> {
  return onStack(ctx, ref, (client) =>
    client.instances.create({ name, engine: engine ?? (ctx.config.CHROMIUM ? 'whatsapp-web' : 'simulator') }),
  );
}

export interface NewLink {
  instanceId?: string | undefined;
  purpose: 'connect' | 'phone';
  expiresInHours: number;
}

/** A fresh link for one number, the default one where none is named. @throws NO_INSTANCE, STACK_UNREACHABLE */
export async function createConnectLink(
  ctx: AppContext,
  ref: string,
  { instanceId, ...wanted }: NewLink,
): Promise<{ link: ConnectLink; url: string }> {
  return onStack(ctx, ref, async (client) => {
    const id = instanceId ?? (await defaultInstance(client)).id;
    const { link, url, token } = await client.connectLinks.create({ instanceId: id, ...wanted });
    return { link, url: wanted.purpose === 'connect' ? `${ctx.config.PUBLIC_URL}/client/${token}` : url };
  });
}

/** Latest first. */
export async function listConnectLinks(ctx: AppContext, ref: string): Promise<ConnectLink[]> {
  return onStack(ctx, ref, async (client) => {
    const { items } = await client.instances.list();
    const lists = await Promise.all(items.map(({ id }) => client.connectLinks.list({ instanceId: id })));
    return lists.flatMap((list) => list.items).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  });
}

/** @throws NO_INSTANCE */
export async function defaultInstance(client: StackClient): Promise<Instance> {
  const { items } = await client.instances.list();
  const found = items.find(({ isDefault }) => isDefault) ?? items[0];
  if (!found) throw problem('NO_INSTANCE', { status: 409, detail: 'This tenant has no number yet.' });
  return found;
}
