import { expect, it } from '@jest/globals';
import type { StepDoc } from './operation.model.ts';
import { afterCrash, canTurnBack, nextMove, stepsOf } from './operation.plan.ts';

const step = (name: string, status: StepDoc['status'], error: string | null = null): StepDoc => ({
  name,
  status,
  startedAt: null,
  durationMs: null,
  attempts: 0,
  detail: null,
  error,
});
const provision = { kind: 'provision' as const, cancellation: null, undoing: null };
const cancellation = { by: 'x', at: new Date() };

it('goes forward step by step, and again into the step that a crash cut off', () => {
  expect(nextMove({ ...provision, steps: [step('validate', 'succeeded'), step('route', 'pending')] })).toEqual({ do: 'run', index: 1 });
  expect(nextMove({ ...provision, steps: [step('validate', 'running'), step('route', 'pending')] })).toEqual({ do: 'run', index: 0 });
  expect(nextMove({ ...provision, steps: [step('validate', 'succeeded')] })).toEqual({ do: 'finish', status: 'succeeded' });
});

it('turns a failed provision back and undoes in reverse, also what was half done', () => {
  const steps = [step('validate', 'succeeded'), step('start_app', 'failed', 'No.'), step('probe', 'pending')];
  expect(nextMove({ ...provision, steps })).toEqual({ do: 'turn_back', why: 'No.' });
  expect(nextMove({ ...provision, steps, undoing: 'No.' })).toEqual({ do: 'undo', index: 1 });
  const undone = [step('validate', 'undone'), step('start_app', 'undone'), step('probe', 'skipped')];
  expect(nextMove({ ...provision, steps: undone, undoing: 'No.' })).toEqual({ do: 'finish', status: 'rolled_back' });
  expect(nextMove({ ...provision, steps: undone, undoing: 'No.', cancellation })).toEqual({ do: 'finish', status: 'cancelled' });
});

it('lets other operations fail where they stand', () => {
  expect(nextMove({ ...provision, kind: 'suspend', steps: [step('close_route', 'succeeded'), step('stop_app', 'failed')] })).toEqual({
    do: 'finish',
    status: 'failed',
  });
});

it('is cancelled before the point of no return only', () => {
  expect(
    nextMove({ ...provision, kind: 'delete', cancellation, steps: [step('close_route', 'succeeded'), step('drop_database', 'pending')] }),
  ).toMatchObject({ do: 'turn_back' });
  const late = [step('close_route', 'succeeded'), step('drop_database', 'running')];
  expect(nextMove({ ...provision, kind: 'delete', cancellation, steps: late })).toEqual({ do: 'run', index: 1 });
  expect(canTurnBack(late)).toBe(false);
});

it('starts again what died with the control plane, but not while undoing', () => {
  const steps = [step('make_folders', 'succeeded'), step('start_redis', 'succeeded'), step('start_app', 'running')];
  expect(afterCrash({ ...provision, steps }).map(({ status }) => status)).toEqual(['succeeded', 'pending', 'running']);
  expect(afterCrash({ ...provision, steps, undoing: 'x' })).toEqual(steps);
});

it('names every step of every operation', () => {
  expect(stepsOf('provision')).toEqual([
    'validate',
    'make_secrets',
    'make_folders',
    'start_redis',
    'start_app',
    'first_admin',
    'first_instance',
    'route',
    'probe',
  ]);
  expect(stepsOf('delete')).toEqual(['close_route', 'stop_app', 'stop_redis', 'drop_database', 'remove_folders', 'release']);
  expect(stepsOf('suspend')).toEqual(['close_route', 'stop_app', 'stop_redis']);
  expect(stepsOf('resume')).toEqual(['start_redis', 'start_app', 'route', 'probe']);
  expect(stepsOf('restart')).toEqual(['stop_app', 'stop_redis', 'start_redis', 'start_app', 'probe']);
});
