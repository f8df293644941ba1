import { expect, it } from '@jest/globals';
import { planStack, STEPS_TO, type StackGoal, type StackState, type StackStep } from './stack.plan.ts';

const nothing: StackState = { folders: false, redis: 'stopped', app: 'stopped', database: false };
const running: StackState = { folders: true, redis: 'running', app: 'ready', database: true };

it.each<[StackGoal, Partial<StackState>, StackStep | null]>([
  ['up', nothing, 'make_folders'],
  ['up', { ...nothing, folders: true }, 'start_redis'],
  ['up', { ...nothing, folders: true, redis: 'running' }, 'start_app'],
  ['up', { app: 'starting' }, 'start_app'],
  ['up', { app: 'hung' }, 'stop_app'],
  ['up', { redis: 'stopped' }, 'start_redis'],
  ['up', {}, null],
  ['down', {}, 'stop_app'],
  ['down', { app: 'hung' }, 'stop_app'],
  ['down', { app: 'stopped' }, 'stop_redis'],
  ['down', { app: 'stopped', redis: 'stopped' }, null],
  ['gone', {}, 'stop_app'],
  ['gone', { app: 'stopped', redis: 'stopped' }, 'drop_database'],
  ['gone', { app: 'stopped', redis: 'stopped', database: false }, 'remove_folders'],
  ['gone', { app: 'stopped', redis: 'stopped', database: null }, 'remove_folders'],
  ['gone', nothing, null],
])('towards %s, seeing %j: %s', (goal, seen, step) => {
  expect(planStack(goal, { ...running, ...seen })).toBe(step);
});

const AFTER: Record<StackStep, Partial<StackState>> = {
  make_folders: { folders: true },
  start_redis: { redis: 'running' },
  start_app: { app: 'ready' },
  stop_app: { app: 'stopped' },
  stop_redis: { redis: 'stopped' },
  drop_database: { database: false },
  remove_folders: { folders: false },
};

it.each<StackGoal>(['up', 'down', 'gone'])('reaches %s from every state, in the announced order', (goal) => {
  const states: StackState[] = [true, false].flatMap((folders) =>
    (['running', 'stopped'] as const).flatMap((redis) =>
      (['ready', 'starting', 'stopped'] as const).flatMap((app) => [true, false].map((database) => ({ folders, redis, app, database }))),
    ),
  );
  for (const state of states) {
    const taken: StackStep[] = [];
    let seen = state;
    for (let step = planStack(goal, seen); step; step = planStack(goal, seen)) {
      taken.push(step);
      seen = { ...seen, ...AFTER[step] };
      expect(taken.length).toBeLessThan(8);
    }
    expect(taken).toEqual(STEPS_TO[goal].filter((step) => taken.includes(step)));
  }
});
