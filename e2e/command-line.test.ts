import { execFile } from 'node:child_process';
import { createApiClient } from '@chat-saas/contract/client';
import { startWhatsAppWeb, type WhatsAppWeb } from '@chat-saas/stand-ins/whatsapp-web/whatsapp-web';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser } from './harness/browser.ts';
import { type ControlPlaneProcess, runControlPlane } from './harness/control-plane-process.ts';
import { fetchLocal } from './harness/fetch-local.ts';
import { until } from './harness/until.ts';

const CLI = new URL('../cli/bin/chat-cli.mjs', import.meta.url).pathname;
const NAME = 'Padaria São João';
const PHONE = '5511999990000';
const CUSTOMER = '5581997124408';

let whatsapp: WhatsAppWeb;
let house: ControlPlaneProcess;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  whatsapp = await startWhatsAppWeb();
  const env = {
    FIRST_TENANT: 'false',
    CHROMIUM: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell',
    CHROMIUM_ARGS: JSON.stringify(whatsapp.chromiumArgs),
  };
  [house, browser] = await Promise.all([runControlPlane({ env }), openBrowser()]);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await house.discard();
  await whatsapp.close();
}, 60_000);

/** Runs the real binary without a terminal. */
const chatCli = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', CHAT_CLI_URL: house.origin, CHAT_CLI_TOKEN: house.token() };
    execFile(process.execPath, [CLI, ...args], { env }, (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }));
  });

describe('a tenant made from the command line, with the real whatsapp-web.js', () => {
  it('names the valid plans when there is none of that name', async () => {
    const { code, err } = await chatCli('tenant', 'create', '--name', NAME, '--plan', 'gold', '--json');
    expect(code).toBe(2);
    for (const plan of ['starter', 'professional', 'business', 'enterprise', 'whitelabel']) expect(err).toContain(plan);
  });

  it('is ready with its addresses, the same one for the same idempotency key, and serves its customers', async () => {
    const create = () =>
      chatCli(
        'tenant',
        'create',
        '--name',
        NAME,
        '--plan',
        'professional',
        '--engine',
        'whatsapp-web',
        '--idempotency-key',
        'padaria-1',
        '--json',
      );
    const first = await create();
    expect(first).toMatchObject({ code: 0 });
    const made = JSON.parse(first.out);
    expect(made).toMatchObject({
      schema: 1,
      tenant: { slug: 'padaria-sao-joao', name: NAME, plan: 'professional', status: 'ready' },
      operation: { kind: 'provision', status: 'succeeded' },
      urls: { app: `http://padaria-sao-joao.localhost:${house.port}` },
      owner: { email: expect.any(String), password: expect.any(String) },
    });
    expect(JSON.parse((await create()).out).tenant.id).toBe(made.tenant.id);

    const { page, errors } = await browser.visit(made.urls.connect);
    const qr = await page.locator('svg.qr').getAttribute('data-qr', { timeout: 60_000 });
    expect(whatsapp.control.scan({ qr: qr ?? '', phone: PHONE })).toEqual({ ok: true });
    await page.getByText('WhatsApp conectado').waitFor({ timeout: 60_000 });
    expect(errors).toEqual([]);

    const sent = () => whatsapp.control.sent({ phone: PHONE }).map(({ body }) => body ?? '');
    const writes = (body: string) => whatsapp.control.inbound({ to: PHONE, from: CUSTOMER, body, pushname: 'Maria Aparecida' });
    writes('Bom dia!');
    await until('the greeting', () => sent().length === 1);
    expect(sent()[0]).toContain(NAME);

    const at = { url: `${made.urls.app}/api/v1`, fetch: fetchLocal };
    const stranger = createApiClient(tenantContract, at);
    const { token } = await stranger.auth.signIn({ ...made.owner, session: 'bearer' });
    const team = createApiClient(tenantContract, { ...at, headers: () => ({ authorization: `Bearer ${token}` }) });
    const conversation = await until('the conversation', async () => (await team.conversations.list({})).items[0]);
    await team.conversations.assume({ id: conversation.id });
    await team.messages.send({ conversationId: conversation.id, clientRef: 'answer-01', text: 'Bom dia, Maria!' });
    await until('the answer', () => sent().includes('Bom dia, Maria!'));
    writes('Tem pão de queijo?');
    await until(
      'the question',
      async () => (await team.conversations.get({ id: conversation.id })).lastMessage?.preview === 'Tem pão de queijo?',
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(sent()).toHaveLength(2);
    await team.conversations.giveBack({ id: conversation.id });
    writes('Alô?');
    await until('the bot', () => sent().length === 3);
  }, 180_000);
});
