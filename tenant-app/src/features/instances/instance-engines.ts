import { join } from 'node:path';
import type { AppContext } from '../../app/context.ts';
import type { EngineEvent, EngineKind, WhatsAppEngine } from '../engines/engine.ts';
import { type Engines, openEngines } from '../engines/engine-registry.ts';
import { type InstanceDoc, InstanceModel } from './instance.model.ts';
import { factsOf } from './instance.plan.ts';
import { instanceView } from './instance.view.ts';

const START_GAP_MS = 400;

/** Chats don't wait for each other; what changes the session itself does, and is waited for. */
const laneOf = (event: EngineEvent): string | null => {
  switch (event.t) {
    case 'message':
      return event.message.chat.raw;
    case 'typing':
      return event.chat.raw;
    case 'receipt':
      return event.id;
    default:
      return null;
  }
};

/** What other slices do with engine events that aren't about the instance itself. Rejecting asks for the event again. */
export interface EngineEventSink {
  onEvent(ctx: AppContext, instanceId: string, engine: WhatsAppEngine, event: EngineEvent): Promise<void>;
}

/** The running engines of this process, one per instance. */
export class InstanceEngines {
  readonly engines: Engines;
  readonly #ctx: AppContext;
  readonly #sink: EngineEventSink;
  readonly #subscribed = new Map<string, () => void>();
  readonly #names = new Map<string, string>();
  readonly #background = new Set<Promise<void>>();
  #isClosing = false;

  constructor(ctx: AppContext, sink: EngineEventSink, simulatorTimings?: Parameters<typeof openEngines>[0]['simulatorTimings']) {
    this.#ctx = ctx;
    this.#sink = sink;
    const { CHROMIUM, CHROMIUM_ARGS, DATA_DIR, SESSIONS_PER_HOST } = ctx.config;
    this.engines = openEngines({
      sessionsDir: join(DATA_DIR, 'sessions'),
      chromium: CHROMIUM ? { executablePath: CHROMIUM, args: CHROMIUM_ARGS } : null,
      sessionsPerHost: SESSIONS_PER_HOST,
      log: ctx.log,
      ...(simulatorTimings ? { simulatorTimings } : {}),
    });
  }

  /** The engine of an instance, listened to; not started. */
  of(instance: Pick<InstanceDoc, '_id' | 'engine'>): WhatsAppEngine {
    const engine = this.engines.createEngine(instance.engine as EngineKind, instance._id);
    if (!this.#subscribed.has(instance._id))
      this.#subscribed.set(
        instance._id,
        engine.onEvent((event) => this.#hear(instance._id, engine, event), laneOf),
      );
    return engine;
  }

  /** Starts what is meant to run, one after another. What the last process left as its state is only a memory: it is reset first. */
  async startWanted(): Promise<void> {
    await InstanceModel.updateMany({ isWanted: true, state: { $ne: 'stopped' } }, { state: 'stopped', since: this.#ctx.now(), link: null });
    for (const instance of await InstanceModel.find({ isWanted: true }).lean()) {
      if (this.#isClosing) return;
      this.start(instance);
      await new Promise((resolve) => setTimeout(resolve, START_GAP_MS));
    }
  }

  /** Begins to start; the state tells how it went. */
  start(instance: Pick<InstanceDoc, '_id' | 'engine'>): void {
    this.of(instance)
      .start()
      .catch((error: unknown) => this.#ctx.log.warn({ err: error, instanceId: instance._id }, 'engine did not start'));
  }

  async release(instanceId: string): Promise<void> {
    await this.engines.release(instanceId);
    this.#subscribed.get(instanceId)?.();
    this.#subscribed.delete(instanceId);
  }

  /** Work that nobody waits for; a shutdown does. It must not reject. */
  inBackground(work: Promise<void>): void {
    this.#background.add(work);
    void work.finally(() => this.#background.delete(work));
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.engines.close();
    await Promise.all(this.#background);
    for (const unsubscribe of this.#subscribed.values()) unsubscribe();
  }

  /** Name of an instance, remembered; empty where it was removed. */
  async nameOf(instanceId: string): Promise<string> {
    const known = this.#names.get(instanceId);
    if (known !== undefined) return known;
    const name = (await InstanceModel.findById(instanceId, { name: 1 }).lean())?.name ?? '';
    this.#names.set(instanceId, name);
    return name;
  }

  forgetName(instanceId: string): void {
    this.#names.delete(instanceId);
  }

  /** A rejection asks the engine for the event again. */
  async #hear(instanceId: string, engine: WhatsAppEngine, event: EngineEvent): Promise<void> {
    try {
      await this.#listen(instanceId, engine, event);
    } catch (error) {
      this.#ctx.log.warn({ err: error, instanceId, event: event.t }, 'an event could not be stored yet');
      throw error;
    }
  }

  async #listen(instanceId: string, engine: WhatsAppEngine, event: EngineEvent): Promise<void> {
    if (event.t === 'diagnostic') this.#ctx.log[event.level]({ instanceId, code: event.code, detail: event.detail }, 'engine diagnostic');
    const linked =
      event.t === 'state' && event.state === 'syncing' ? await InstanceModel.exists({ _id: instanceId, linkedAt: { $ne: null } }) : null;
    const facts = factsOf(event, linked !== null);
    // Without a link nothing is to be brought back at the next start.
    if (event.t === 'state' && (event.state === 'logged_out' || event.reason === 'link_timeout'))
      await InstanceModel.updateOne({ _id: instanceId }, { isWanted: false });
    // A shutdown is not a wish: the state stays as it was for the next start.
    if (facts && !(this.#isClosing && event.t === 'state')) await this.#remember(instanceId, facts);
    if (event.t === 'state' && event.state === 'ready') this.#ctx.events.announce('instance.ready', instanceId);
    await this.#sink.onEvent(this.#ctx, instanceId, engine, event);
  }

  async #remember(instanceId: string, facts: object): Promise<void> {
    const updated = await InstanceModel.findOneAndUpdate({ _id: instanceId }, { $set: facts }, { returnDocument: 'after' }).lean();
    if (!updated) return;
    this.#ctx.emit('instance.changed', instanceView(updated, this.#ctx.now()));
    this.#ctx.events.announce('instance.changed', instanceId);
  }
}
