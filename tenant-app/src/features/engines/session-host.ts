import { inspect } from 'node:util';
import type { EngineLog } from './engine.ts';
import { toEngineError } from './engine-error.ts';
import type { EngineEvent } from './engine-events.ts';
import type { FromHost, LogLevel, ToHost } from './host-protocol.ts';
import { WhatsAppWebEngine } from './whatsapp-web/whatsapp-web-engine.ts';
import type { WhatsAppWebOptions } from './whatsapp-web/whatsapp-web-options.ts';

// The child process that holds a few browser sessions. Whatever the library or a browser does to it, the app lives on.

const hardExitMs = 5_000;
/** Events of one session that may be on their way to the parent, not stored yet. */
const unstoredLimit = 50;

const sessions = new Map<string, WhatsAppWebEngine>();
/** Sent and not acknowledged, oldest first; `resume` lets the session's stream go on when there is room. */
const unstored = new Map<string, { seqs: Set<number>; resume: (() => void) | null }>();
let options: WhatsAppWebOptions | null = null;

// States are logged by the parent, which keeps the same record.
const log: EngineLog = { debug: logAt('debug'), info: logAt('debug'), warn: logAt('warn'), error: logAt('error') };

process.on('message', (message: ToHost) => {
  switch (message.t) {
    case 'setup':
      options = message.options;
      break;
    case 'ack':
      stored(message.session, message.seq);
      break;
    case 'ping':
      tell({ t: 'pong' });
      break;
    case 'drop':
      sessions.delete(message.session);
      unstored.delete(message.session);
      break;
    case 'call':
      void answer(message);
      break;
  }
});
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group: the parent ends its sessions in order
process.on('unhandledRejection', (reason) => log.warn({ err: plain(reason) }, 'the library left a rejection unhandled'));

async function answer({ id, session, method, args }: Extract<ToHost, { t: 'call' }>): Promise<void> {
  try {
    const call = open(session)[method] as (...input: unknown[]) => Promise<unknown>;
    tell({ t: 'result', id, value: await call.apply(open(session), args) });
  } catch (thrown) {
    tell({ t: 'error', id, error: toEngineError(thrown, 'internal', method === 'send' ? 'unknown' : 'not_sent').toData() });
  }
}

function open(session: string): WhatsAppWebEngine {
  const known = sessions.get(session);
  if (known) return known;
  if (!options) throw new Error('the session host was not set up');
  const engine = new WhatsAppWebEngine(session, options, log);
  engine.onEvent((event) => deliver(event));
  sessions.set(session, engine);
  return engine;
}

/** Hands an event to the parent; the session's next one waits while too many are not stored there yet. */
function deliver({ session, seq, at: _at, ...body }: EngineEvent): Promise<void> | void {
  const line = unstored.get(session) ?? { seqs: new Set(), resume: null };
  unstored.set(session, line);
  line.seqs.add(seq);
  tell({ t: 'event', session, seq, body });
  if (line.seqs.size < unstoredLimit) return;
  return new Promise((resolve) => {
    line.resume = resolve;
  });
}

function stored(session: string, seq: number): void {
  const line = unstored.get(session);
  line?.seqs.delete(seq);
  line?.resume?.();
}

async function end(): Promise<void> {
  setTimeout(() => process.exit(1), hardExitMs).unref(); // the browsers go with the pipe to this process
  await Promise.allSettled([...sessions.values()].map((engine) => engine.stop()));
  process.exit(0);
}

function tell(message: FromHost): void {
  if (process.connected) process.send?.(message);
}

function logAt(level: LogLevel): (data: object, message: string) => void {
  return (data, message) => tell({ t: 'log', level, data: plainErrors(data), message });
}

function plainErrors(data: object): object {
  return 'err' in data ? { ...data, err: plain(data.err) } : data;
}

/** An error as data that crosses to the parent. */
function plain(thrown: unknown): object {
  return thrown instanceof Error
    ? { type: thrown.name, message: thrown.message, stack: thrown.stack }
    : { message: inspect(thrown, { depth: 2 }) };
}
