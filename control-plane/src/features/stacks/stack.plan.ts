/** What is wanted of a stack: answering, stopped with its data kept, or gone with its data. */
export type StackGoal = 'up' | 'down' | 'gone';

export type StackStep = 'make_folders' | 'start_redis' | 'start_app' | 'stop_app' | 'stop_redis' | 'drop_database' | 'remove_folders';

/** What was seen. `hung`: the process lives but has not answered for a while. */
export interface StackState {
  folders: boolean;
  redis: 'running' | 'stopped';
  app: 'ready' | 'starting' | 'hung' | 'stopped';
  /** Null: not looked at, because that needs the database. */
  database: boolean | null;
}

/** The next step from what is seen to what is wanted; null when nothing is left to do. */
export function planStack(goal: StackGoal, seen: StackState): StackStep | null {
  return goal === 'up' ? towardsUp(seen) : towardsDown(goal, seen);
}

function towardsUp(seen: StackState): StackStep | null {
  if (!seen.folders) return 'make_folders';
  if (seen.app === 'hung') return 'stop_app';
  if (seen.redis === 'stopped') return 'start_redis';
  return seen.app === 'ready' ? null : 'start_app';
}

function towardsDown(goal: StackGoal, seen: StackState): StackStep | null {
  if (seen.app !== 'stopped') return 'stop_app';
  if (seen.redis === 'running') return 'stop_redis';
  if (goal === 'down') return null;
  if (seen.database) return 'drop_database';
  return seen.folders ? 'remove_folders' : null;
}

/** All steps that a goal may take, in order: what an operation shows before it has looked. */
export const STEPS_TO: Record<StackGoal, readonly StackStep[]> = {
  up: ['make_folders', 'start_redis', 'start_app'],
  down: ['stop_app', 'stop_redis'],
  gone: ['stop_app', 'stop_redis', 'drop_database', 'remove_folders'],
};
