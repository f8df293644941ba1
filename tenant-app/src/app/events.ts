import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import type { AppEventMap, AppEvents } from './context.ts';

/** In-process announcements. A listener that fails is logged; whoever announced goes on. */
export function createAppEvents(log: Logger): AppEvents {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(50);
  return {
    on<Name extends keyof AppEventMap>(name: Name, listener: (...args: AppEventMap[Name]) => void | Promise<void>) {
      emitter.on(name, (...args: AppEventMap[Name]) => {
        Promise.resolve()
          .then(() => listener(...args))
          .catch((error: unknown) => log.error({ err: error, event: name }, 'a listener failed'));
      });
    },
    announce(name, ...args) {
      emitter.emit(name, ...args);
    },
  };
}
