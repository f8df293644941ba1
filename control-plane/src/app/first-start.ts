import { setTimeout as delay } from 'node:timers/promises';
import { ensureFirstOwner } from '../features/auth/auth.service.ts';
import { findClaim } from '../features/idempotency/idempotency.service.ts';
import { getOperation } from '../features/operations/operation.service.ts';
import { hasOperations } from '../features/operations/operation-active.service.ts';
import { CreateTenant } from '../features/tenants/tenant.contract.ts';
import { getTenant, tenantById } from '../features/tenants/tenant.service.ts';
import { accessTenant } from '../features/tenants/tenant-account.service.ts';
import { createTenant } from '../features/tenants/tenant-create.service.ts';
import { saveCliContext } from './cli-context.ts';
import { type AppContext, SYSTEM } from './context.ts';
import { type Outcome, step, type TableRow } from './launcher.ts';
import { ensureOwnerToken } from './owner-token.ts';

const TENANT_LIMIT_MS = 150_000;
const POLL_MS = 150;
const KEY = 'first-tenant';

interface Made {
  tenantId: string;
  operationId: string;
}

/** The owner's account, token and CLI context; answers with the table's rows about them. */
export async function prepareOwner(ctx: AppContext): Promise<TableRow[]> {
  const { config } = ctx;
  const owner = await ensureFirstOwner(ctx);
  const tokenFile = await ensureOwnerToken(config.DATA_DIR, owner.id);
  if (config.SAVE_CLI_CONTEXT && !saveCliContext(config.XDG_CONFIG_HOME, { url: config.PUBLIC_URL, tokenFile }))
    ctx.log.warn({ folder: config.XDG_CONFIG_HOME }, 'the contexts of chat-cli cannot be read; they were left alone');
  const note = owner.password ? `one-time password: ${owner.password}` : 'password already set';
  return [
    { label: 'Panel', value: config.PUBLIC_URL },
    { label: 'Owner login', value: owner.email, note },
  ];
}

/** Makes the tenant to look at, once for this database, waits until its stack answers, and tells where everything is. */
export async function prepareFirstTenant(ctx: AppContext): Promise<{ rows: TableRow[]; origin: string | null }> {
  const made = await makeOnce(ctx);
  if (!made) return { rows: [], origin: null };
  const { status } = await getTenant(ctx, made.tenantId);
  if (status === 'provisioning' || status === 'degraded')
    await step('First tenant', () => (status === 'provisioning' ? untilMade(ctx, made) : untilUp(ctx, made.tenantId)));
  return rowsOf(ctx, made.tenantId);
}

/** Null: it was made before and has been deleted since. */
async function makeOnce(ctx: AppContext): Promise<Made | null> {
  const known = await findClaim(SYSTEM, KEY);
  if (known && (await tenantById(known.tenantId))) return known;
  if (known && (await hasOperations(known.tenantId))) return null;
  const input = CreateTenant.parse({ name: ctx.config.FIRST_TENANT_NAME, plan: 'professional', engine: 'simulator' });
  const { tenant, operation } = await createTenant(ctx, SYSTEM, input, { idempotencyKey: KEY });
  return { tenantId: tenant.id, operationId: operation.id };
}

async function rowsOf(ctx: AppContext, id: string): Promise<{ rows: TableRow[]; origin: string | null }> {
  const { status, appUrl, adminEmail, reason } = await getTenant(ctx, id);
  if (status !== 'ready')
    return { rows: [{ label: 'Tenant’s app', value: appUrl, note: reason ? `${status}: ${reason}` : status }], origin: appUrl };
  const access = await accessTenant(ctx, id).catch((error: unknown) => {
    ctx.log.error({ err: error, tenantId: id }, 'the first tenant gave no links'); // the panel works without them
    return null;
  });
  if (!access)
    return { rows: [{ label: 'Tenant’s app', value: appUrl, note: 'its links could not be made; see the panel' }], origin: appUrl };
  const { urls, owner } = access;
  const rows: TableRow[] = [
    { label: 'Tenant’s app', value: urls.app },
    { label: 'Tenant’s admin', value: adminEmail, note: owner ? `one-time password: ${owner.password}` : 'password already set' },
    { label: 'Connect link', value: urls.connect },
    ...(urls.phone ? [{ label: 'Customer’s phone', value: urls.phone }] : []),
  ];
  return { rows, origin: appUrl };
}

/** A tenant that can't be made is no reason to leave the owner without a panel: the table says so. */
async function untilMade(ctx: AppContext, { tenantId, operationId }: Made): Promise<Outcome> {
  for (const deadline = Date.now() + TENANT_LIMIT_MS; Date.now() < deadline; await delay(POLL_MS)) {
    const { finishedAt, status, error } = await getOperation(operationId);
    if (finishedAt)
      return status === 'succeeded' ? { detail: (await getTenant(ctx, tenantId)).appUrl } : { failed: true, detail: error ?? status };
  }
  return { failed: true, detail: 'It takes longer than expected; the panel shows how it goes on.' };
}

async function untilUp(ctx: AppContext, id: string): Promise<Outcome> {
  for (const deadline = Date.now() + 60_000; ; await delay(POLL_MS)) {
    const { status, appUrl, reason } = await getTenant(ctx, id);
    if (status !== 'degraded') return { detail: appUrl };
    if (Date.now() > deadline) return { failed: true, detail: reason ?? status };
  }
}
