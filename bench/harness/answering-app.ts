import { newSecret } from '@chat-saas/contract';
import mongoose from 'mongoose';
import { until } from '../../e2e/harness/until.ts';
import { readConfig } from '../../tenant-app/src/app/config.ts';
import { createServer } from '../../tenant-app/src/app/server.ts';
import { createInstance, startLink } from '../../tenant-app/src/features/instances/instance.service.ts';
import { ChatWorkers } from '../../tenant-app/src/features/messages/chat-workers.ts';
import { MessageModel } from '../../tenant-app/src/features/messages/message.model.ts';

const [messages, chats, perSecond] = process.argv.slice(2).map(Number) as [number, number, number];

/**
 * The tenant's whole app, listening and linked to the simulated network, with an answerer that knows everything at once:
 * what is left is our own work. Tells its parent the milliseconds from each engine event to the hand-over of its reply.
 */
const secret = newSecret(40);
const config = readConfig({ ...process.env, SESSION_SECRET: secret, PLATFORM_TOKEN: secret, LOG_LEVEL: 'warn' });
const server = createServer(config);
const { ctx } = server;
await ctx.chats.close();
ctx.chats = new ChatWorkers(ctx, async () => ({ text: 'Custa R$ 38,00.', confidence: 1 }), `${config.TENANT_ID}-bench`);
await server.start();
try {
  const instance = await createInstance(ctx, { name: 'Loja', engine: 'simulator' });
  const { phone } = ctx.instances.engines;
  await startLink(ctx, instance.id, { method: 'qr' });
  const offer = await until('a QR', () => phone.offer(instance.id));
  await phone.scan(instance.id, offer.payload);
  const engine = ctx.instances.of({ _id: instance.id, engine: 'simulator' });
  await until('connected', () => engine.snapshot().state === 'ready');

  const cameIn = new Map<string, number>();
  const handedOver = new Map<string, number>();
  engine.onEvent((event) => {
    if (event.t === 'message') cameIn.set(event.message.id, performance.now());
  });
  const send = engine.send.bind(engine);
  engine.send = (message) => {
    handedOver.set(message.clientRef, performance.now());
    return send(message);
  };

  const from = performance.now();
  const writing: Promise<unknown>[] = [];
  for (let sent = 0; sent < messages; sent++) {
    const waitMs = from + (sent * 1000) / perSecond - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const customer = `+${5581980000000 + (sent % chats)}`;
    writing.push(phone.customerSend({ instanceId: instance.id, from: customer, content: { type: 'text', text: `Mensagem ${sent}` } }));
  }
  await Promise.all(writing);
  await until('every reply handed over', () => handedOver.size >= messages, 60_000);

  const questions = new Map((await MessageModel.find({ from: 'contact' }).lean()).map((one) => [`bot-${one._id}`, one.providerId ?? '']));
  const samples = (await MessageModel.find({ from: 'bot' }).lean()).map(
    (reply) => (handedOver.get(reply._id) ?? Number.NaN) - (cameIn.get(questions.get(reply.clientRef ?? '') ?? '') ?? Number.NaN),
  );
  await new Promise((resolve) => process.send?.({ type: 'samples', samples }, undefined, undefined, resolve));
} finally {
  await mongoose.connection.dropDatabase();
  await server.stop();
  process.disconnect();
}
