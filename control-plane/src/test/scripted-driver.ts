import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { STEPS_TO, type StackState, type StackStep } from '../features/stacks/stack.plan.ts';
import type { StackDriver, StackEvent, StackSpec } from '../features/stacks/stack-driver.ts';
import { type ScriptedApp, scriptedApp } from './scripted-app.ts';

interface Stack extends StackState {
  scripted: ScriptedApp | null;
}

const NOTHING: Stack = { folders: false, redis: 'stopped', app: 'stopped', database: false, scripted: null };

/** Stacks in memory, whose steps fail when told to; the app of each answers on a real Unix socket. */
export function scriptedDriver(folder: string) {
  mkdirSync(folder, { recursive: true });
  const stacks = new Map<string, Stack>();
  const failures: { step: StackStep | 'check'; sentence: string; times: number }[] = [];
  const taken: string[] = [];
  let listener: (event: StackEvent) => void = () => undefined;
  let gate: Promise<void> | null = null;
  const of = (id: string): Stack => {
    const known = stacks.get(id) ?? { ...NOTHING };
    stacks.set(id, known);
    return known;
  };
  const socketOf = (id: string) => join(folder, `${id}.sock`);
  const failIfTold = (step: StackStep | 'check') => {
    const told = failures.find((failure) => failure.step === step && failure.times > 0);
    if (!told) return;
    told.times--;
    throw new Error(told.sentence);
  };

  async function startApp(spec: StackSpec): Promise<void> {
    const stack = of(spec.tenantId);
    if (stack.scripted) return;
    const scripted = scriptedApp(spec);
    rmSync(socketOf(spec.tenantId), { force: true });
    await new Promise<void>((resolve) => scripted.server.listen(socketOf(spec.tenantId), resolve));
    Object.assign(stack, { scripted, app: 'ready', database: true });
  }

  async function stopApp(id: string): Promise<void> {
    const stack = of(id);
    const { scripted } = stack;
    Object.assign(stack, { scripted: null, app: 'stopped' });
    scripted?.server.closeAllConnections();
    await new Promise<void>((resolve) => (scripted ? scripted.server.close(() => resolve()) : resolve()));
  }

  const hands: Record<StackStep, (spec: StackSpec) => Promise<unknown> | unknown> = {
    make_folders: ({ tenantId }) => Object.assign(of(tenantId), { folders: true }),
    start_redis: ({ tenantId }) => Object.assign(of(tenantId), { redis: 'running' }),
    start_app: startApp,
    stop_app: ({ tenantId }) => stopApp(tenantId),
    stop_redis: ({ tenantId }) => Object.assign(of(tenantId), { redis: 'stopped' }),
    drop_database: ({ tenantId }) => Object.assign(of(tenantId), { database: false }),
    remove_folders: ({ tenantId }) => stacks.delete(tenantId),
  };

  const driver: StackDriver = {
    kind: 'scripted',
    caps: { networkIsolation: false, limits: false, replicas: false, multiNode: false, endsWithUs: true },
    check: async () => failIfTold('check'),
    observe: async (id) => {
      const { folders, redis, app, database } = stacks.get(id) ?? NOTHING;
      return { folders, redis, app, database };
    },
    async apply(step, spec) {
      await gate;
      taken.push(step);
      failIfTold(step);
      await hands[step](spec);
      return `${step} done`;
    },
    socketOf,
    stepsTo: (goal) => STEPS_TO[goal],
    memoryOfServices: () => 1_000_000,
    readLog: async (id, part, { tail }) => ({ lines: [`${id} ${part} ${tail}`], nextCursor: '1' }),
    onEvent: (given) => {
      listener = given;
    },
    close: async () => {
      await Promise.all([...stacks.keys()].map(stopApp));
    },
  };

  return {
    driver,
    /** Every step that was applied, in order. */
    taken,
    stackOf: (id: string) => stacks.get(id) ?? null,
    appOf: (id: string): ScriptedApp => {
      const { scripted } = of(id);
      if (!scripted) throw new Error(`no app runs for ${id}`);
      return scripted;
    },
    fail: (step: StackStep | 'check', sentence: string, times = 99) => failures.push({ step, sentence, times }),
    mend: () => void failures.splice(0),
    /** Holds every step until the answer is called. */
    hold(): () => void {
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => {
        gate = null;
        open();
      };
    },
    async crash(tenantId: string) {
      await stopApp(tenantId);
      listener({ tenantId, part: 'app', reason: 'ended with signal SIGKILL' });
    },
  };
}
export type ScriptedDriver = ReturnType<typeof scriptedDriver>;
