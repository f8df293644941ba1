import type { Mail } from '@chat-saas/server/mail';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { ConnectEvents, TenantEvents } from '../events.contract.ts';
import type { Config } from './config.ts';

type Emit<Events> = <Name extends keyof Events>(name: Name, ...args: Parameters<Events[Name] extends (...args: never[]) => void ? Events[Name] : never>) => void;

/** What every service gets: made once, in `main.ts` or by a test. */
export interface AppContext {
  config: Config;
  log: Logger;
  redis: Redis;
  mail: Mail;
  now(): Date;
  /** Tells the open screens of the team. */
  emit: Emit<TenantEvents>;
  /** Tells the open connect pages of one instance. */
  emitToConnect(instanceId: string, ...event: Parameters<Emit<ConnectEvents>>): void;
  /** In-process announcements between slices far apart; listeners' errors are logged, never thrown back. */
  events: AppEvents;
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
  'instance.ready': [instanceId: string];
}
export interface AppEvents {
  on<Name extends keyof AppEventMap>(name: Name, listener: (...args: AppEventMap[Name]) => void | Promise<void>): void;
  announce<Name extends keyof AppEventMap>(name: Name, ...args: AppEventMap[Name]): void;
}
