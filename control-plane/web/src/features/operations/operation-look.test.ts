import type { Operation } from '@chat-saas/control-plane/contract';
import { expect, it } from '@jest/globals';
import { canCancel, canRetry, currentStep, durationOf } from './operation-look.ts';

type Step = Operation['steps'][number];
const step = (name: string, status: Step['status']): Step => ({
  name,
  status,
  startedAt: null,
  durationMs: null,
  attempts: 1,
  detail: null,
  error: null,
});
const operation = (more: Partial<Operation>): Operation => ({
  id: 'o1',
  kind: 'delete',
  tenantId: 't1',
  tenantName: 'Padaria',
  status: 'running',
  steps: [],
  error: null,
  requestedBy: 'owner@localhost',
  createdAt: '2026-11-21T12:00:00Z',
  startedAt: '2026-11-21T12:00:01Z',
  finishedAt: null,
  ...more,
});

it('can be cancelled until something begins that can’t be undone, and not while it is being undone', () => {
  expect(canCancel(operation({ steps: [step('stop_app', 'running'), step('drop_database', 'pending')] }))).toBe(true);
  expect(canCancel(operation({ steps: [step('stop_app', 'succeeded'), step('drop_database', 'running')] }))).toBe(false);
  expect(canCancel(operation({ steps: [step('make_secrets', 'running'), step('start_app', 'undone')] }))).toBe(false);
  expect(canCancel(operation({ finishedAt: '2026-11-21T12:00:09Z' }))).toBe(false);
});

it('can be tried again only once it went wrong', () => {
  expect(canRetry(operation({ status: 'rolled_back' }))).toBe(true);
  expect(canRetry(operation({ status: 'succeeded' }))).toBe(false);
});

it('says how long it took and where it is', () => {
  expect(durationOf(operation({ startedAt: null }))).toBeNull();
  expect(durationOf(operation({ finishedAt: '2026-11-21T12:00:09Z' }))).toBe(8000);
  expect(durationOf(operation({}), Date.parse('2026-11-21T12:00:03Z'))).toBe(2000);
  expect(currentStep(operation({ steps: [step('a', 'succeeded'), step('b', 'running')] }))).toBe(2);
  expect(currentStep(operation({ steps: [step('a', 'succeeded')] }))).toBeNull();
});
