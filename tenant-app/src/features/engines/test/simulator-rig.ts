import { newSecret } from '@chat-saas/contract';
import mongoose from 'mongoose';
import type { WhatsAppEngine } from '../engine.ts';
import { type Engines, openEngines } from '../engine-registry.ts';
import type { CustomerContent } from '../simulator/simulator-phone.ts';
import { type CustomerInput, type Rig, testLog } from './rig.ts';

/** The simulator over the real database, in a database of its own. */
export async function simulatorRig(): Promise<Rig> {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is not set');
  await mongoose.connect(`${uri}/test_engines_${newSecret(8)}`);
  let engines: Engines;
  const begin = () => {
    engines = openEngines({
      sessionsDir: '/nonexistent',
      chromium: null,
      log: testLog(),
      simulatorTimings: { offerMs: 700, syncMs: 200, deliverMs: 50 },
    });
  };
  begin();
  return {
    engine: (session): WhatsAppEngine => engines.createEngine('simulator', session),
    phone: (session) => ({
      scan: async (qr) => (await engines.phone.scan(session, qr)).ok,
      enterCode: async (code, e164) => (await engines.phone.enterCode(session, code, e164)).ok,
      unlink: async () => void (await engines.phone.unlink(session)),
      async write({ from, fromMe, group, name, ...input }) {
        const content = contentOf(input);
        const result = fromMe
          ? await engines.phone.ownerSend({ instanceId: session, to: from, content })
          : await engines.phone.customerSend({ instanceId: session, from, content, ...(name && { name }), ...(group && { group }) });
        if (!result.ok) throw new Error(result.code);
      },
      read: (customer) => engines.phone.customerViewed(session, customer),
      async sent() {
        const thread = await engines.phone.thread(session, '5511888880001');
        const sent = thread.filter(({ direction, clientRef }) => direction === 'out' && clientRef !== null);
        return Promise.all(
          sent.map(async ({ chat, type, text, media }) => ({
            to: chat,
            type,
            text: text ?? '',
            data: media && ((await engines.phone.media(media.handle))?.data ?? null),
          })),
        );
      },
      failSends: async (count) => engines.phone.failNextSends(session, count),
    }),
    async restart() {
      await engines.close();
      begin();
    },
    processes: async () => [],
    async close() {
      await engines.close();
      await mongoose.connection.dropDatabase();
      await mongoose.disconnect();
    },
  };
}

function contentOf({
  type = 'text',
  text,
  data,
  mime,
  filename,
}: Omit<CustomerInput, 'from' | 'fromMe' | 'group' | 'name'>): CustomerContent {
  switch (type) {
    case 'image':
    case 'document':
    case 'voice':
      return { type, data: data ?? new Uint8Array(), mime: mime ?? '', ...(filename && { filename }), ...(text && { caption: text }) };
    default:
      return { type: 'text', text: text ?? '' };
  }
}
