import type { EngineKind } from '@chat-saas/contract';
import type { EngineLog, WhatsAppEngine } from './engine.ts';
import { SessionHosts } from './session-hosts.ts';
import { SimulatorEngine } from './simulator/simulator-engine.ts';
import { createMongoSimulatorStore } from './simulator/simulator-mongo-store.ts';
import { SimulatorPhone } from './simulator/simulator-phone.ts';
import { SimulatorServer, type SimulatorTimings } from './simulator/simulator-server.ts';
import { isExecutable } from './whatsapp-web/executable.ts';

export interface EngineOptions {
  /** The folder of the browser profiles; one sub-folder per instance. */
  sessionsDir: string;
  /** The browser of the whatsapp-web engine; null where there is none. `args` come after the engine's own. */
  chromium: { executablePath: string; args: readonly string[] } | null;
  log: EngineLog;
  /** Whatsapp-web sessions that share one child process. */
  sessionsPerHost?: number;
  /** Memory cap of one child process's heap. */
  hostHeapMb?: number;
  /** Shorter for tests. */
  simulatorTimings?: Partial<SimulatorTimings>;
}

export interface EngineDeps {
  simulator: SimulatorServer;
  hosts: SessionHosts;
  log: EngineLog;
}

export interface Engines {
  /** The same engine object for the same session while it is open. */
  createEngine(kind: EngineKind, session: string): WhatsAppEngine;
  /** Stops the session and forgets the object; credentials stay unless `logout` was called. */
  release(session: string): Promise<void>;
  /** Which kinds can run here: whatsapp-web needs its browser. */
  availableKinds(): Promise<EngineKind[]>;
  /** The customers' and the business's phones of the simulator. */
  phone: SimulatorPhone;
  /** Stops every session within `deadlineMs`; credentials stay. */
  close(deadlineMs?: number): Promise<void>;
}

/** Makes one engine; `openEngines` is the usual way in. */
export function createEngine(kind: EngineKind, session: string, deps: EngineDeps): WhatsAppEngine {
  switch (kind) {
    case 'simulator':
      return new SimulatorEngine(session, deps.simulator, deps.log);
    case 'whatsapp-web':
      return deps.hosts.createEngine(session);
  }
}

/** Everything that engines share in one process. The simulator keeps its network on mongoose's default connection. */
export function openEngines(options: EngineOptions): Engines {
  const simulator = new SimulatorServer(createMongoSimulatorStore(), options.simulatorTimings);
  const hosts = new SessionHosts(options);
  const deps: EngineDeps = { simulator, hosts, log: options.log };
  const open = new Map<string, WhatsAppEngine>();
  return {
    createEngine(kind, session) {
      const known = open.get(session);
      if (known?.kind === kind) return known;
      const engine = createEngine(kind, session, deps);
      open.set(session, engine);
      return engine;
    },
    async release(session) {
      const engine = open.get(session);
      open.delete(session);
      await engine?.stop();
    },
    async availableKinds() {
      const isBrowserThere = options.chromium !== null && (await isExecutable(options.chromium.executablePath));
      return isBrowserThere ? ['simulator', 'whatsapp-web'] : ['simulator'];
    },
    phone: new SimulatorPhone(simulator),
    async close(deadlineMs = 10_000) {
      await Promise.all([...open.values()].map((engine) => engine.stop({ deadlineMs })));
      open.clear();
      await hosts.close();
      await simulator.close();
    },
  };
}
