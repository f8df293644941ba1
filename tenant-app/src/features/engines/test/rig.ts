import type { EngineLog, WhatsAppEngine } from '../engine.ts';
import type { InboundType } from '../engine-message.ts';

export interface CustomerInput {
  from: string;
  name?: string;
  type?: InboundType;
  text?: string;
  data?: Uint8Array;
  mime?: string;
  filename?: string;
  group?: string;
  /** Written on the linked phone to `from`. */
  fromMe?: boolean;
}

export interface SentRecord {
  to: string;
  type: string;
  text: string;
  data: Uint8Array | null;
}

/** The other side of one session: its phone and its customers. */
export interface PhoneSide {
  scan(qr: string): Promise<boolean>;
  enterCode(code: string, e164: string): Promise<boolean>;
  unlink(): Promise<void>;
  write(input: CustomerInput): Promise<void>;
  /** The customer looks at what was sent. */
  read(customer: string): Promise<void>;
  sent(): Promise<SentRecord[]>;
  failSends(count: number): Promise<void>;
}

/** What the conformance suite needs of an engine: the engine itself, and the world around it. */
export interface Rig {
  engine(session: string): WhatsAppEngine;
  phone(session: string): PhoneSide;
  /** Ends everything that belongs to the app and begins again, as a restart does; the network outside goes on. */
  restart(): Promise<void>;
  /** Processes that belong to the engines now. */
  processes(): Promise<number[]>;
  close(): Promise<void>;
}

/** A log that keeps errors for the assertion that there were none. */
export function testLog(): EngineLog & { errors: unknown[] } {
  const errors: unknown[] = [];
  const quiet = () => undefined;
  const say = (data: object, message: string) => {
    if (process.env.ENGINE_LOG) console.log(message, JSON.stringify(data));
  };
  return { errors, debug: quiet, info: say, warn: say, error: (data, message) => errors.push({ message, ...data }) };
}
