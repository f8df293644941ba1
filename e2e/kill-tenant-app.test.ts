import { execFileSync } from 'node:child_process';
import { startWhatsAppWeb } from '@chat-saas/stand-ins/whatsapp-web/whatsapp-web';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type TenantAppProcess, tenantApp } from './harness/tenant-app-process.ts';
import { until } from './harness/until.ts';

const PHONE = '5511999990000';
const PEOPLE = Array.from({ length: 20 }, (_, i) => String(5581988880000 + i));
const EACH = 10;

const whatsapp = await startWhatsAppWeb();
const app = await tenantApp({
  CHROMIUM: process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell',
  CHROMIUM_ARGS: JSON.stringify(whatsapp.chromiumArgs),
});

afterAll(async () => {
  await app.discard();
  await whatsapp.close();
});

describe('a tenant app that is killed while 200 messages stream in', () => {
  it('loses none, answers none twice and comes back without a new QR', async () => {
    await app.start();
    const { id } = await app.api.instances.create({ name: 'Loja', engine: 'whatsapp-web' });
    await app.api.instances.link({ id });
    const waiting = await until('a QR', async () => (await app.api.instances.get({ id })).link, 60_000);
    expect(whatsapp.control.scan({ qr: waiting.payload, phone: PHONE })).toEqual({ ok: true });
    await until('connected', async () => (await app.api.instances.get({ id })).status === 'CONECTADO', 60_000);

    for (let i = 0; i < EACH; i++) {
      for (const from of PEOPLE) whatsapp.control.inbound({ to: PHONE, from, body: `m${i}`, pushname: `Cliente ${from.slice(-2)}` });
      if (i === 4) await killInTheMiddle(app);
    }
    await app.start();
    const qrBefore = whatsapp.control.state().log.filter(({ t }) => t === 'paired').length;
    await until('connected again', async () => (await app.api.instances.get({ id })).status === 'CONECTADO', 60_000);
    expect(whatsapp.control.state().log.filter(({ t }) => t === 'paired').length).toBe(qrBefore);

    const conversations = await until(
      'all conversations',
      async () => {
        const { items } = await app.api.conversations.list({ limit: 100 });
        return items.length === PEOPLE.length && items.every(({ unread }) => unread === EACH) ? items : null;
      },
      60_000,
    );
    for (const { id: conversationId, contact } of conversations) {
      const replies = await until(
        `replies to ${contact.phone}`,
        () => {
          const sent = sentTo(contact.phone);
          return sent.length >= 2 ? sent : null;
        },
        60_000,
      );
      expect(replies).toHaveLength(2); // one greeting, one "a person will come"
      const { items } = await app.api.messages.list({ conversationId, limit: 100 });
      const texts = items.filter(({ from }) => from === 'contact').map(({ text }) => text);
      expect(texts.toSorted()).toEqual(Array.from({ length: EACH }, (_, i) => `m${i}`));
      expect(
        items.filter(({ from }) => from === 'bot').every(({ receipt }) => receipt && ['sent', 'delivered', 'read'].includes(receipt)),
      ).toBe(true);
    }
  }, 240_000);

  it('leaves no browser and no child process behind', async () => {
    await app.end('SIGKILL');
    await until('no process of this tenant', () => processesOf(app.dataDir).length === 0, 15_000);
  }, 30_000);
});

async function killInTheMiddle(running: TenantAppProcess): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  await running.end('SIGKILL');
}

function sentTo(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  return whatsapp.control
    .sent({ phone: PHONE })
    .filter(({ to }) => to.startsWith(digits))
    .map(({ body }) => body ?? '');
}

/** Browsers and session hosts name the tenant's folder in their arguments. */
function processesOf(folder: string): string[] {
  return execFileSync('ps', ['-eo', 'pid,stat,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && !line.includes(' Z ') && !line.includes('ps -eo'));
}
