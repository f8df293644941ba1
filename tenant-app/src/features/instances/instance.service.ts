import type { EngineKind } from '@chat-saas/contract';
import { notFound, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { EngineError } from '../engines/engine.ts';
import { limitsOf } from '../plan/plan.service.ts';
import type { Instance } from './instance.contract.ts';
import { InstanceModel } from './instance.model.ts';
import { instanceView } from './instance.view.ts';

const LINKED = ['syncing', 'ready', 'degraded'];

export async function listInstances(ctx: AppContext) {
  const docs = await InstanceModel.find().sort({ _id: 1 }).lean();
  const { maxInstances } = await limitsOf(ctx);
  return { items: docs.map((doc) => instanceView(doc, ctx.now())), maxInstances, engines: await availableEngines(ctx) };
}

/** Engines that can run here and may be chosen. */
async function availableEngines(ctx: AppContext): Promise<EngineKind[]> {
  const kinds = await ctx.instances.engines.availableKinds();
  return kinds.filter((kind) => kind !== 'simulator' || ctx.config.SIMULATOR);
}

/** @throws NOT_FOUND */
export async function getInstance(ctx: AppContext, id: string): Promise<Instance> {
  return instanceView(await findInstance(id), ctx.now());
}

export async function findInstance(id: string) {
  const doc = await InstanceModel.findById(id).lean();
  if (!doc) throw notFound();
  return doc;
}

/** The number that is meant where none is named; null where there is none. */
export async function findDefaultInstance() {
  return (await InstanceModel.findOne({ isDefault: true }).lean()) ?? (await InstanceModel.findOne().sort({ _id: 1 }).lean());
}

/** @throws INSTANCE_LIMIT_REACHED, ENGINE_UNAVAILABLE */
export async function createInstance(ctx: AppContext, input: { name: string; engine: EngineKind }): Promise<Instance> {
  if (!(await availableEngines(ctx)).includes(input.engine)) throw problem('ENGINE_UNAVAILABLE');
  const { maxInstances } = await limitsOf(ctx);
  const count = await InstanceModel.countDocuments();
  if (maxInstances !== null && count >= maxInstances) throw problem('INSTANCE_LIMIT_REACHED', { params: { maxInstances } });
  const doc = await InstanceModel.create({ ...input, isDefault: count === 0, since: ctx.now(), createdAt: ctx.now() });
  return announce(ctx, doc._id);
}

/** @throws NOT_FOUND */
export async function updateInstance(
  ctx: AppContext,
  input: { id: string; name: string; isDefault?: boolean | undefined },
): Promise<Instance> {
  await findInstance(input.id);
  ctx.instances.forgetName(input.id);
  await InstanceModel.updateOne({ _id: input.id }, { name: input.name, ...(input.isDefault ? { isDefault: true } : {}) });
  if (input.isDefault) await InstanceModel.updateMany({ _id: { $ne: input.id } }, { isDefault: false });
  return announce(ctx, input.id);
}

/** Unlinks at WhatsApp where it can be reached; conversations stay. @throws NOT_FOUND */
export async function removeInstance(ctx: AppContext, id: string): Promise<void> {
  const doc = await findInstance(id);
  await ctx.instances
    .of(doc)
    .logout()
    .catch((error: unknown) => ctx.log.warn({ err: error, instanceId: id }, 'unlinking failed; removing all the same'));
  await ctx.instances.release(id);
  await ctx.instances.engines.phone.forget(id);
  await InstanceModel.deleteOne({ _id: id });
  ctx.instances.forgetName(id);
  if (doc.isDefault) {
    const next = await findDefaultInstance();
    if (next) await InstanceModel.updateOne({ _id: next._id }, { isDefault: true });
  }
  ctx.emit('instance.removed', { id });
  ctx.events.announce('instance.removed', id);
}

/**
 * Starts the session where it doesn't run and asks for a fresh QR or pairing code; answers at once with what is known,
 * the offer follows by `instance.changed`. May run twice.
 * @throws NOT_FOUND, ALREADY_LINKED, ENGINE_UNAVAILABLE, PHONE_REQUIRED
 */
export async function startLink(
  ctx: AppContext,
  id: string,
  want: { method: 'qr' | 'code'; phone?: string | undefined },
): Promise<Instance> {
  const doc = await findInstance(id);
  if (want.method === 'code' && !want.phone) throw problem('PHONE_REQUIRED');
  if (LINKED.includes(doc.state)) throw problem('ALREADY_LINKED');
  if (!(await availableEngines(ctx)).includes(doc.engine)) throw problem('ENGINE_UNAVAILABLE');
  await InstanceModel.updateOne({ _id: id }, { isWanted: true });
  const engine = ctx.instances.of(doc);
  if (want.method === 'code' && want.phone) {
    await engine.start().catch((error: unknown) => ctx.log.warn({ err: error, instanceId: id }, 'engine did not start'));
    await askForOffer(ctx, engine, { method: 'code', e164: want.phone });
  } else if (engine.snapshot().state === 'awaiting_link') await askForOffer(ctx, engine, { method: 'qr' });
  else ctx.instances.start(doc);
  return getInstance(ctx, id);
}

async function askForOffer(
  ctx: AppContext,
  engine: ReturnType<AppContext['instances']['of']>,
  request: Parameters<typeof engine.requestLink>[0],
) {
  try {
    await engine.requestLink(request);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    ctx.log.warn({ err: error, instanceId: engine.session }, 'no link offer');
    if (error.code !== 'not_awaiting_link')
      throw problem('ENGINE_UNAVAILABLE', { detail: 'WhatsApp gives no code right now. Wait a minute and try again.' });
  }
}

/** @throws NOT_FOUND, ENGINE_UNAVAILABLE */
export async function restartInstance(ctx: AppContext, id: string): Promise<Instance> {
  const doc = await findInstance(id);
  if (!(await availableEngines(ctx)).includes(doc.engine)) throw problem('ENGINE_UNAVAILABLE');
  await InstanceModel.updateOne({ _id: id }, { isWanted: true });
  await ctx.instances.of(doc).stop();
  ctx.instances.start(doc);
  return getInstance(ctx, id);
}

/** Unlinks; a new QR comes only when asked for. @throws NOT_FOUND */
export async function logoutInstance(ctx: AppContext, id: string): Promise<Instance> {
  const doc = await findInstance(id);
  await InstanceModel.updateOne({ _id: id }, { isWanted: false });
  await ctx.instances.of(doc).logout();
  return settled(ctx, id, 'logged_out');
}

export async function countInstances() {
  const states = await InstanceModel.find({}, { state: 1, isWanted: 1 }).lean();
  return {
    total: states.length,
    ready: states.filter((one) => one.state === 'ready').length,
    attention: states.filter((one) => ['blocked', 'failed', 'logged_out', 'backoff'].includes(one.state)).length,
  };
}

/** Shows when the last message came. */
export async function noteInbound(instanceId: string, at: Date): Promise<void> {
  await InstanceModel.updateOne({ _id: instanceId }, { $max: { lastInboundAt: at } });
}

/** Everything up to then was taken: where the next catching up begins. */
export async function noteCaughtUp(instanceId: string, until: Date): Promise<void> {
  await InstanceModel.updateOne({ _id: instanceId }, { $max: { caughtUpAt: until } });
}

/** What the engine told is stored a moment later: waits for it, briefly. */
async function settled(ctx: AppContext, id: string, state: Instance['state']): Promise<Instance> {
  for (let tries = 0; tries < 40; tries++) {
    const view = await getInstance(ctx, id);
    if (view.state === state) return view;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return getInstance(ctx, id);
}

async function announce(ctx: AppContext, id: string): Promise<Instance> {
  const view = await getInstance(ctx, id);
  ctx.emit('instance.changed', view);
  ctx.events.announce('instance.changed', id);
  return view;
}
