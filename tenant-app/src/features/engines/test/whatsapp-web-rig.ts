import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWhatsAppWeb, type WhatsAppWeb, type WhatsAppWebOptions } from '@chat-saas/stand-ins/whatsapp-web/whatsapp-web';
import type { WhatsAppEngine } from '../engine.ts';
import { SessionHosts, type SessionHostsOptions } from '../session-hosts.ts';
import { browserProcesses } from './processes.ts';
import { type Rig, testLog } from './rig.ts';

export interface WhatsAppWebRig extends Rig {
  world: WhatsAppWeb;
  sessionsDir: string;
  hosts(): SessionHosts;
  number(session: string): string;
  log: ReturnType<typeof testLog>;
}

const wireTypes: Readonly<Record<string, string>> = { text: 'chat', voice: 'ptt' };
export const chromiumPath = process.env.CHROMIUM ?? '/usr/lib/chromium/chromium-headless-shell';

/** The real library in the real browser, against the stand-in. */
export async function whatsAppWebRig(
  worldOptions: WhatsAppWebOptions = {},
  hostOptions: Partial<SessionHostsOptions> = {},
): Promise<WhatsAppWebRig> {
  const world = await startWhatsAppWeb({ refMs: 1_200, maxRefs: 50, syncMs: 200, ...worldOptions });
  const sessionsDir = await mkdtemp(join(tmpdir(), 'sessions-'));
  const log = testLog();
  const engines = new Map<string, WhatsAppEngine>();
  const begin = () =>
    new SessionHosts({ sessionsDir, chromium: { executablePath: chromiumPath, args: world.chromiumArgs }, log, ...hostOptions });
  let hosts = begin();
  const number = (session: string) =>
    session === 'code'
      ? '5511977770009'
      : `55119${String([...session].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 100_000_000, 7)).padStart(8, '0')}`;
  const end = async () => {
    await Promise.all([...engines.values()].map((engine) => engine.stop()));
    engines.clear();
    await hosts.close();
  };
  return {
    world,
    sessionsDir,
    log,
    number,
    hosts: () => hosts,
    engine(session) {
      const engine = engines.get(session) ?? hosts.createEngine(session);
      engines.set(session, engine);
      return engine;
    },
    phone(session) {
      const phone = number(session);
      return {
        scan: async (qr) => world.control.scan({ qr, phone }).ok,
        enterCode: async (code, e164) => world.control.enterCode({ code, phone: e164 }).ok,
        unlink: async () => void world.control.unlink({ phone }),
        async write({ from, name, type = 'text', text, data, mime, filename, group, fromMe }) {
          world.control.inbound({
            to: phone,
            from,
            type: wireTypes[type] ?? type,
            ...(data ? { mediaBase64: Buffer.from(data).toString('base64'), ...(text && { caption: text }) } : { body: text ?? '' }),
            ...(name && { pushname: name }),
            ...(mime && { mimetype: mime }),
            ...(filename && { filename }),
            ...(group && { group: `${group}@g.us` }),
            ...(fromMe && { fromMe }),
          });
        },
        read: async () => undefined, // the stand-in's customers read at once
        async sent() {
          return world.control.sent({ phone }).map(({ to, type, body, caption, directPath }) => {
            const medium = directPath === undefined ? null : world.control.mediaBytes({ path: directPath });
            return {
              to,
              type: type === 'chat' ? 'text' : type,
              text: body ?? caption ?? '',
              data: medium && new Uint8Array(Buffer.from(medium.base64, 'base64')),
            };
          });
        },
        failSends: async (count) => void world.control.failSends({ phone, n: count }),
      };
    },
    async restart() {
      await end();
      hosts = begin();
    },
    processes: () => browserProcesses(sessionsDir),
    async close() {
      await end();
      await world.close();
      await rm(sessionsDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
