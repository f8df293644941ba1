import type { Entitlements } from '@chat-saas/contract';
import type { StackGoal, StackState, StackStep } from './stack.plan.ts';

/** What a stack is made from; the driver adds where things are. */
export interface StackSpec {
  tenantId: string;
  name: string;
  /** Address that people open, without a slash at the end. */
  publicUrl: string;
  entitlements: Entitlements;
  secrets: { session: string; platform: string };
}

export interface StackCaps {
  networkIsolation: boolean;
  limits: boolean;
  replicas: boolean;
  multiNode: boolean;
  /** Whether stacks end with the control plane and must be brought back when it starts. */
  endsWithUs: boolean;
}

export type StackPart = 'app' | 'redis';

/** Something happened to a stack that nobody asked for. */
export interface StackEvent {
  tenantId: string;
  part: StackPart;
  /** One line for people, such as “ended with signal SIGKILL”. */
  reason: string;
}

export interface LogPage {
  lines: string[];
  nextCursor: string;
}

/**
 * Runs stacks: child processes today, containers on one host or many next. The order of steps is decided by `stack.plan.ts`;
 * a driver has the hands. Every call may run again from any point: it looks first and does what is missing.
 */
export interface StackDriver {
  readonly kind: 'local' | 'docker' | 'swarm' | 'scripted';
  readonly caps: StackCaps;
  /** Whether stacks can run here at all. @throws Error in one sentence */
  check(signal: AbortSignal): Promise<void>;
  /** What is there, asked of the system itself and never of our database. */
  observe(tenantId: string, look?: { database: boolean }): Promise<StackState>;
  /** Does one step; answers with what was observed, in one line. @throws Error in one sentence */
  apply(step: StackStep, spec: StackSpec, signal: AbortSignal): Promise<string>;
  /** Where the app answers HTTP: the path of a Unix socket. */
  socketOf(tenantId: string): string;
  /** Steps that have nothing to do for a goal on this driver are left out of operations. */
  stepsTo(goal: StackGoal): readonly StackStep[];
  /** Memory of everything in the stack but its app, which tells its own. Null where it can't be known. */
  memoryOfServices(tenantId: string): number | null;
  readLog(tenantId: string, part: StackPart, page: { tail: number; cursor: string | null }): Promise<LogPage>;
  /** One listener; ends of processes that a step asked for are not told. */
  onEvent(listener: (event: StackEvent) => void): void;
  /** Ends what dies with us. */
  close(): Promise<void>;
}
