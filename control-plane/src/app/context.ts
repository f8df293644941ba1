import type { createLog } from '@chat-saas/server/log';
import type { Mail } from '@chat-saas/server/mail';
import type { PlatformEvents } from '../events.contract.ts';
import type { RouteTable } from '../features/edge/route-table.ts';
import type { Plan } from '../features/plans/plan.contract.ts';
import type { Sealer } from '../features/secrets/seal.ts';
import type { StackDriver } from '../features/stacks/stack-driver.ts';
import type { StackHolds } from '../features/stacks/stack-holds.ts';
import type { Config } from './config.ts';

/** What every service gets: made once, in `server.ts`; tests replace what stands for the outside world. */
export interface AppContext {
  config: Config;
  log: ReturnType<typeof createLog>;
  now(): Date;
  mail: Mail;
  plans: readonly Plan[];
  /** Encrypts what the database keeps of a stack's secrets. */
  sealer: Sealer;
  stacks: StackDriver;
  /** Who works on a stack right now: an operation or the supervisor, never both. */
  holds: StackHolds;
  routes: RouteTable;
  /** Tells every open screen of the owners. */
  emit<Name extends keyof PlatformEvents>(name: Name, ...args: Parameters<PlatformEvents[Name]>): void;
  /** Ends the sockets of one session, or of all sessions of a person but one. */
  endSockets(which: { sessionId: string } | { userId: string; exceptSessionId: string | null }): void;
  /** Looks for operations to work on, now. */
  wakeOperations(): void;
}

export interface Actor {
  id: string;
  name: string;
  role: 'owner';
  /** Null for the control plane itself. */
  sessionId: string | null;
}

/** Asks for what nobody asked for, such as the first tenant. */
export const SYSTEM: Actor = { id: 'system', name: 'system', role: 'owner', sessionId: null };
