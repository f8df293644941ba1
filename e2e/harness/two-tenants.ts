import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApiClient } from '@chat-saas/contract/client';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import { knock } from './attacker.ts';
import { runControlPlane } from './control-plane-process.ts';
import { until } from './until.ts';

/** Two tenants that are ready, on a real control plane; in each an administrator is signed in by cookie and by token. */
export async function twoTenants(env: Record<string, string> = {}) {
  const platform = await runControlPlane({ env: { FIRST_TENANT: 'false', ...env } });
  try {
    const [a, b] = await Promise.all(['Alfa', 'Beta'].map((name) => aTenant(platform, name)));
    if (!a || !b) throw new Error('two tenants were asked for');
    return { platform, a, b };
  } catch (error) {
    await platform.discard();
    throw error;
  }
}

type Platform = Awaited<ReturnType<typeof runControlPlane>>;

async function aTenant({ api, port, dataDir }: Platform, name: string) {
  const { tenant, operation } = await api.tenants.create({ name, plan: 'professional', engine: 'simulator' });
  const ended = await until(`tenant ${name}`, async () => {
    const seen = await api.operations.get({ id: operation.id });
    return seen.finishedAt ? seen : null;
  });
  if (ended.status !== 'succeeded') throw new Error(`${name} was not made: ${ended.error}`);
  const { urls, owner } = await api.tenants.access({ id: tenant.id });
  if (!owner) throw new Error(`${name} has no first password`);
  const host = `${tenant.slug}.localhost:${port}`;
  const signIn = (session: 'cookie' | 'bearer') =>
    knock({ port }, '/api/v1/auth/login', { method: 'POST', host, body: { email: owner.email, password: owner.password, session } });
  const cookies = ((await signIn('cookie')).headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
  const token: string = (await signIn('bearer')).json.token;
  const secret = (file: string) => readFileSync(join(dataDir, 'tenants', tenant.id, 'secrets', file), 'utf8');
  return {
    id: tenant.id,
    slug: tenant.slug,
    host,
    token,
    password: owner.password,
    connectToken: urls.connect.split('/').at(-1) ?? '',
    phoneToken: (urls.phone ?? '').split('/').at(-1) ?? '',
    /** As a browser sends it: session and CSRF cookie, and the header that goes with them. */
    browser: {
      cookie: cookies.join('; '),
      'x-csrf-token': decodeURIComponent(cookies.find((one) => one.startsWith('csrf='))?.slice(5) ?? ''),
    },
    bearer: { authorization: `Bearer ${token}` },
    platformToken: secret('platform-token'),
    secret,
    socketPath: join(dataDir, 'run', `${tenant.id}.sock`),
    redisPath: join(dataDir, 'run', `${tenant.id}.redis.sock`),
    home: join(dataDir, 'tenants', tenant.id),
    api: createApiClient(tenantContract, {
      url: `http://127.0.0.1:${port}/api/v1`,
      fetch: async (asked) => {
        const { pathname, search } = new URL(asked.url);
        const body = asked.body ? Buffer.from(await asked.arrayBuffer()) : undefined;
        const headers = { ...Object.fromEntries(asked.headers), authorization: `Bearer ${token}` };
        const answer = await knock({ port }, pathname + search, { method: asked.method, host, headers, body });
        return new Response(answer.text, { status: answer.status, headers: { 'content-type': String(answer.headers['content-type']) } });
      },
    }),
  };
}
