import { createHash } from 'node:crypto';
import { STEPS_TO, type StackGoal, type StackStep } from '../stacks/stack.plan.ts';
import type { OperationKind } from './operation.contract.ts';
import type { OperationDoc } from './operation.model.ts';

export type OwnStep = 'validate' | 'make_secrets' | 'first_admin' | 'first_instance' | 'route' | 'probe' | 'close_route' | 'release';
export type StepName = OwnStep | StackStep;
type StepsTo = (goal: StackGoal) => readonly StackStep[];

/** The steps of an operation, in order. */
export function stepsOf(kind: OperationKind, stepsTo: StepsTo = (goal) => STEPS_TO[goal]): readonly StepName[] {
  switch (kind) {
    case 'provision':
      return ['validate', 'make_secrets', ...stepsTo('up'), 'first_admin', 'first_instance', 'route', 'probe'];
    case 'suspend':
      return ['close_route', ...stepsTo('down')];
    case 'resume':
      return [...stepsTo('up').filter((step) => step !== 'make_folders'), 'route', 'probe'];
    case 'restart':
      return [...stepsTo('down'), ...stepsTo('up').filter((step) => step !== 'make_folders'), 'probe'];
    case 'delete':
      return ['close_route', ...stepsTo('gone'), 'release'];
  }
}

/** After one of these has begun there is no way back. */
const FINAL: readonly string[] = ['drop_database', 'remove_folders', 'release'];
/** What these did is lost when the control plane ends: they are done again after a restart. */
const VOLATILE: readonly string[] = ['start_redis', 'start_app'];

type Progress = Pick<OperationDoc, 'kind' | 'steps' | 'cancellation' | 'undoing'>;
export type Move =
  | { do: 'run' | 'undo'; index: number }
  | { do: 'turn_back'; why: string }
  | { do: 'finish'; status: 'succeeded' | 'failed' | 'rolled_back' | 'cancelled' };

/** What to do next. A failed step turns a provision back; a cancellation turns back whatever still can be. */
export function nextMove(operation: Progress): Move {
  const { kind, steps, cancellation, undoing } = operation;
  if (undoing !== null) {
    const index = steps.findLastIndex(({ status }) => ['succeeded', 'running', 'failed'].includes(status));
    return index === -1 ? { do: 'finish', status: cancellation ? 'cancelled' : 'rolled_back' } : { do: 'undo', index };
  }
  const failed = steps.find(({ status }) => status === 'failed');
  if (failed) return kind === 'provision' ? { do: 'turn_back', why: failed.error ?? 'A step failed.' } : { do: 'finish', status: 'failed' };
  const index = steps.findIndex(({ status }) => status === 'pending' || status === 'running');
  if (index === -1) return { do: 'finish', status: 'succeeded' };
  return cancellation && canTurnBack(steps) ? { do: 'turn_back', why: 'It was cancelled.' } : { do: 'run', index };
}

export const canTurnBack = (steps: Progress['steps']) => !steps.some(({ name, status }) => FINAL.includes(name) && status !== 'pending');

/** The steps as a new worker finds them after a crash: what died with the old one is to be done again. */
export const afterCrash = (operation: Progress): Progress['steps'] =>
  operation.undoing !== null
    ? operation.steps
    : operation.steps.map((step) => (step.status === 'succeeded' && VOLATILE.includes(step.name) ? { ...step, status: 'pending' } : step));

/** Names one preview: another one once what would happen, or the world it was seen in, differs. */
export const previewHash = (preview: { kind: OperationKind; tenant: string; steps: readonly string[] }, world: unknown) =>
  createHash('sha256')
    .update(JSON.stringify([preview, world]))
    .digest('hex')
    .slice(0, 32);
