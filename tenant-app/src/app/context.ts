import type { Mail } from '@chat-saas/server/mail';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ConnectEvents, TenantEvents } from '../events.contract.ts';
import type { InstanceEngines } from '../features/instances/instance-engines.ts';
import type { ChatWorkers } from '../features/messages/chat-workers.ts';
import type { Config } from './config.ts';

type Emit<Events> = <Name extends keyof Events>(
  name: Name,
  ...args: Parameters<Events[Name] extends (...args: never[]) => void ? Events[Name] : never>
) => void;

/** What every service gets: made once, in `main.ts` or by a test. */
export interface AppContext {
  config: Config;
  log: Logger;
  /** Every key and every BullMQ `prefix` begins with the tenant's id (`config.TENANT_ID`): several stacks may share a server in tests. */
  redis: Redis;
  mail: Mail;
  now(): Date;
  /** Tells the open screens of the team (namespace `/`, room `team`). */
  emit: Emit<TenantEvents>;
  /** Tells the open connect pages of one instance (namespace `/connect`, a room per instance id). */
  emitToConnect(instanceId: string, ...event: Parameters<Emit<ConnectEvents>>): void;
  /** In-process announcements between slices far apart; listeners' errors are logged, never thrown back. */
  events: AppEvents;
  /** The running WhatsApp sessions. */
  instances: InstanceEngines;
  /** Wakes the worker of a chat. */
  chats: ChatWorkers;
}

/** Who acts. `platform` is the control plane; `system` the app itself. */
export interface Actor {
  id: string;
  name: string;
  role: 'agent' | 'admin' | 'platform';
  sessionId: string | null;
}

/** Slices announce what happened; whoever cares listens. */
export interface AppEventMap {
  'plan.changed': [];
  'brand.changed': [];
  /** One session, or all of a person but one: their sockets are closed. */
  'sessions.ended': [which: { sessionId: string } | { userId: string; exceptSessionId: string | null }];
  'instance.changed': [instanceId: string];
  'instance.ready': [instanceId: string];
  'instance.removed': [instanceId: string];
}
export interface AppEvents {
  on<Name extends keyof AppEventMap>(name: Name, listener: (...args: AppEventMap[Name]) => void | Promise<void>): void;
  announce<Name extends keyof AppEventMap>(name: Name, ...args: AppEventMap[Name]): void;
}
