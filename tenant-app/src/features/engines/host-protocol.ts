import type { WhatsAppEngine } from './engine.ts';
import type { EngineErrorData } from './engine-error.ts';
import type { EngineEventBody } from './engine-events.ts';
import type { WhatsAppWebOptions } from './whatsapp-web/whatsapp-web-options.ts';

/** What the parent may call on a session in a child process. */
export type HostMethod = Exclude<keyof WhatsAppEngine, 'kind' | 'session' | 'capabilities' | 'snapshot' | 'onEvent'>;

export type HostArgs<M extends HostMethod> = Parameters<WhatsAppEngine[M]>;
export type HostResult<M extends HostMethod> = Awaited<ReturnType<WhatsAppEngine[M]>>;

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export type ToHost =
  | { t: 'setup'; options: WhatsAppWebOptions }
  | { t: 'call'; id: number; session: string; method: HostMethod; args: unknown[] }
  /** The event is stored: the child may forget it. */
  | { t: 'ack'; session: string; seq: number }
  | { t: 'ping' }
  /** Forgets a session that has ended. */
  | { t: 'drop'; session: string };

export type FromHost =
  | { t: 'result'; id: number; value: unknown }
  | { t: 'error'; id: number; error: EngineErrorData }
  | { t: 'event'; session: string; seq: number; body: EngineEventBody }
  | { t: 'pong' }
  | { t: 'log'; level: LogLevel; data: object; message: string };
