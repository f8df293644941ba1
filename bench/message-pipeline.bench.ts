import { newId } from '@chat-saas/contract';
import mongoose from 'mongoose';
import { tenantApp } from '../e2e/harness/tenant-app-process.ts';
import { until } from '../e2e/harness/until.ts';
import { median, print, quantile, time } from './harness/line.ts';

const CHATS = 200;
const MESSAGES = process.env.BENCH_FULL ? 10_000 : 2_000;
const PER_SECOND = 20;

/** The bare cost of what can't be avoided: writing what came in and what goes out. */
async function twoWrites(): Promise<number[]> {
  const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
  const db = connection.useDb(`bench_${newId()}`);
  const messages = db.collection<{ _id: string; text: string }>('messages');
  const samples = await time(500, async () => {
    await messages.insertOne({ _id: newId(), text: 'Quanto custa o bolo de rolo?' });
    await messages.insertOne({ _id: newId(), text: 'Olá! Já te respondo.' });
  });
  await db.dropDatabase();
  await connection.close();
  return samples;
}

const app = await tenantApp();
try {
  const writes = await twoWrites();
  await app.start();
  const { id } = await app.api.instances.create({ name: 'Loja', engine: 'simulator' });
  await app.api.instances.link({ id });
  const offer = await until('a QR', async () => (await app.api.instances.get({ id })).link);
  const { token } = await app.api.connectLinks.create({ instanceId: id, purpose: 'phone' });
  const post = (path: string, body: object) =>
    fetch(`${app.url}/phone/${token}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify(body),
    });
  await post('scan', { qr: offer.payload });
  await until('connected', async () => (await app.api.instances.get({ id })).state === 'ready');
  const from = Date.now();
  for (let sent = 0; sent < MESSAGES; sent++) {
    const due = from + (sent * 1000) / PER_SECOND;
    if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
    const customer = String(5581980000000 + (sent % CHATS));
    void post('messages', { from: customer, text: `Mensagem ${sent}` });
  }
  const samples = await latencies(app.tenantId, CHATS * 2);
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)
    print({
      bench: 'message-pipeline',
      metric: `${name} from engine event to reply handed to the engine, ${MESSAGES} messages in ${CHATS} chats at ${PER_SECOND}/s`,
      value: quantile(samples, share),
      unit: 'ms',
      ...(share === 0.95 ? { aim: '< 50' } : {}),
      baseline: share === 0.5 ? median(writes) : quantile(writes, share),
      runs: samples.length,
    });
} finally {
  await app.discard();
}

/** From the network's time of a message to the time when its answer was handed to the engine. */
async function latencies(tenantId: string, expected: number): Promise<number[]> {
  const connection = await mongoose.createConnection(process.env.TEST_MONGODB_URI ?? '').asPromise();
  const messages = connection
    .useDb(`chat_${tenantId}`)
    .collection<{ _id: string; clientRef: string; at: Date; sendingSince: Date | null }>('messages');
  const replies = await until(
    'every reply sent',
    async () => {
      const found = await messages.find({ from: 'bot', sendingSince: { $ne: null } }).toArray();
      return found.length >= expected ? found : null;
    },
    60_000,
  );
  const questions = new Map((await messages.find({ from: 'contact' }).toArray()).map((one) => [one._id, one.at.getTime()]));
  await connection.close();
  return replies.map((reply) => (reply.sendingSince?.getTime() ?? 0) - (questions.get(reply.clientRef.replace('bot-', '')) ?? 0));
}
