import { Agent } from 'node:http';
import { newId } from '@chat-saas/contract';
import { platformContract } from '@chat-saas/control-plane/contract';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, knock } from './harness/attacker.ts';
import { runControlPlane } from './harness/control-plane-process.ts';
import { BODIES, IDS, mutationsOf, type Target, targetsOf } from './harness/hostile-inputs.ts';
import { tenantApp } from './harness/tenant-app-process.ts';
import { until } from './harness/until.ts';

const HOSTILE_NAME = '{{7*7}} ../$where 💥';
/** Not the sender's fault, and said in a sentence. */
const UNAVAILABLE = ['MAIL_NOT_CONFIGURED', 'ENGINE_UNAVAILABLE', 'STACK_UNREACHABLE'];
const AT_ONCE = 6;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const app = await tenantApp({ TENANT_NAME: HOSTILE_NAME });
const [platform] = await Promise.all([runControlPlane({ env: { FIRST_TENANT: 'false' } }), app.start()]);
afterAll(async () => {
  agent.destroy();
  await Promise.all([platform.discard(), app.discard()]);
});

interface Side {
  port: number;
  token: string;
  /** Where an input has to be more than right by its schema: real ids, and nothing that ends the test itself. */
  refine(target: Target): Record<string, unknown>;
  /** Successful calls of each procedure. */
  taken: Map<string, number>;
}
const tenant: Side = { port: Number(new URL(app.url).port), token: app.token, refine: () => ({}), taken: new Map() };
const house: Side = { port: platform.port, token: platform.token(), refine: () => ({}), taken: new Map() };
const as = (side: Side) => ({ authorization: `Bearer ${side.token}` });

let before: Record<string, number>;
const counts = async () => ({
  users: (await app.api.users.list()).items.length,
  instances: (await app.api.instances.list()).items.length,
  tenants: (await platform.api.tenants.list({})).total,
});

beforeAll(async () => {
  const instance = await app.api.instances.create({ name: 'Loja', engine: 'simulator' });
  const message = await app.api.messages.sendTo({ phone: '5581997124408', clientRef: newId(), text: 'Oi' });
  const { contact } = await app.api.conversations.get({ id: message.conversationId });
  const { user } = await app.api.users.create({ name: 'Ana', email: 'ana@x.example' });
  const real: Record<string, string> = {
    instances: instance.id,
    conversations: message.conversationId,
    messages: message.id,
    contacts: contact.id,
    users: user.id,
  };
  tenant.refine = ({ path, input }) => ({
    ...('id' in input && !/remove|revoke|discard/.test(path) ? { id: real[path.split('.')[0] ?? ''] ?? newId() } : {}),
    ...('instanceId' in input ? { instanceId: instance.id } : {}),
    ...('conversationId' in input ? { conversationId: message.conversationId } : {}),
    ...('cursor' in input ? { cursor: undefined } : {}),
    ...('before' in input ? { before: undefined } : {}),
    ...('uploadId' in input ? { uploadId: undefined } : {}),
  });
  const made = await platform.api.tenants.create({ name: HOSTILE_NAME, plan: 'professional', engine: 'simulator' });
  const ended = await until('the end of the operation', async () => {
    const operation = await platform.api.operations.get({ id: made.operation.id });
    return operation.finishedAt ? operation : null;
  });
  expect(ended.error).toBeNull();
  const destructive = /^tenants\.(?:suspend|resume|restart|remove)$/;
  house.refine = ({ path, input }) => ({
    ...('id' in input
      ? { id: destructive.test(path) ? 'tzzzzzzzzzzz' : path.startsWith('operations.') ? made.operation.id : made.tenant.id }
      : {}),
    ...('tenantId' in input ? { tenantId: made.tenant.id } : {}),
    ...('expectedPlan' in input ? { expectedPlan: 'nothing-like-it' } : {}),
    ...('cursor' in input ? { cursor: undefined } : {}),
  });
  before = await counts();
});

async function judge(side: Side, target: Target, what: string, answer: Answer): Promise<void> {
  const { status, headers, json } = answer;
  const told = { what: `${target.path} ${what}`.slice(0, 200), status, code: json?.code };
  if (status < 400) {
    side.taken.set(target.path, (side.taken.get(target.path) ?? 0) + 1);
    return;
  }
  if (status === 431) return; // longer than what the HTTP parser itself reads
  if (status >= 500) expect(told).toEqual({ ...told, status: 503, code: expect.stringMatching(new RegExp(UNAVAILABLE.join('|'))) });
  const isProblem =
    String(headers['content-type']).startsWith('application/problem+json') && typeof json?.detail === 'string' && json.detail.length > 0;
  expect({ ...told, isProblem, requestId: json?.requestId }).toEqual({
    ...told,
    isProblem: true,
    code: expect.stringMatching(/^[A-Z0-9_]+$/),
    requestId: headers['x-request-id'],
  });
}

async function inGroups<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(work));
}

/** Sends an input as its procedure takes it: ids in the path, the rest as query or body. */
function send(side: Side, { method, url }: Target, input: Record<string, unknown>): Promise<Answer> {
  const rest = { ...input };
  const path = url.replace(/{(\w+)}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent((typeof value === 'string' ? value : (JSON.stringify(value) ?? 'x')).toWellFormed()) || 'x';
  });
  const isQuery = method === 'GET';
  const query = isQuery
    ? Object.entries(rest)
        .flatMap(([key, value]) => asQuery(key, value))
        .join('&')
    : '';
  return knock({ port: side.port }, `/api/v1${path}${query && `?${query}`}`, {
    method,
    headers: as(side),
    agent,
    ...(isQuery ? {} : { body: rest }),
  });
}

function asQuery(key: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map((one) => `${key}=${one}`);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([inner, deep]) => `${key}[${inner}]=${encodeURIComponent(String(deep))}`);
  return [`${key}=${encodeURIComponent(String(value).toWellFormed())}`];
}

function attack(side: Side, target: Target): void {
  it('every field, with everything', async () => {
    const right = { ...target.input, ...side.refine(target) };
    await inGroups([...mutationsOf(right)], async ({ field, input }) => {
      const once = { clientRef: newId(), email: `${newId()}@x.example` }; // else only the first of them would be stored
      const fresh = Object.fromEntries(
        Object.entries(input).map(([key, value]) => [key, key !== field && key in once ? once[key as keyof typeof once] : value]),
      );
      await judge(side, target, `${field}=${JSON.stringify(input[field.split('.')[0] ?? ''])}`, await send(side, target, fresh));
    });
  });
  if (target.method !== 'GET')
    it('bodies that are no input', async () => {
      const path = `/api/v1${target.url.replace(/{\w+}/g, 'naoexiste')}`;
      await inGroups(BODIES, async ({ name, type, body }) => {
        const bytes = Buffer.from(body, 'latin1');
        const answer = await knock({ port: side.port }, path, {
          method: target.method,
          headers: { ...as(side), 'content-type': type },
          body: bytes,
          agent,
        });
        await judge(side, target, name, answer);
        if (!type.startsWith('application/json')) expect([name, answer.status >= 400]).toEqual([name, true]);
      });
    });
  if (target.url.includes('{'))
    it('ids that are none', async () => {
      await inGroups(IDS, async (id) => {
        const path = `/api/v1${target.url.replace(/{\w+}/g, id)}`;
        await judge(
          side,
          target,
          path,
          await knock({ port: side.port }, path, {
            method: target.method,
            headers: as(side),
            agent,
            ...(target.method === 'GET' ? {} : { body: {} }),
          }),
        );
      });
    });
}

const last = ({ path }: Target) => (path === 'auth.signOut' ? 2 : path.startsWith('platform.') ? 1 : 0);
const ordered = (targets: Target[]) =>
  targets.toSorted((one, other) => last(one) - last(other)).map((target) => ({ ...target, name: `${target.method} ${target.url}` }));
describe.each(ordered(targetsOf(tenantContract)))('tenant $name', (target) => attack(tenant, target));
describe.each(ordered(targetsOf(platformContract)).filter(({ path }) => path !== 'auth.signOut'))('platform $name', (target) =>
  attack(house, target),
);

describe('afterwards', () => {
  it('what was refused left nothing behind', async () => {
    const taken = (side: Side, path: string) => side.taken.get(path) ?? 0;
    expect(await counts()).toEqual({
      users: (before.users ?? 0) + taken(tenant, 'users.create'),
      instances: (before.instances ?? 0) + taken(tenant, 'instances.create'),
      tenants: (before.tenants ?? 0) + taken(house, 'tenants.create'),
    });
    expect(taken(tenant, 'users.create')).toBeGreaterThan(0);
    expect(taken(house, 'tenants.preview')).toBeGreaterThan(0);
  });
  it('names are shown as they were written, to people and to machines', async () => {
    expect((await app.api.brand.edit()).companyName).toEqual(expect.any(String));
    const { items } = await platform.api.tenants.list({ limit: 100 });
    expect(items.map(({ slug }) => slug).every((slug) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
  });
  it('both servers are well', async () => {
    for (const { port } of [tenant, house]) expect((await knock({ port }, '/health')).json).toEqual({ status: 'ok' });
  });
});
