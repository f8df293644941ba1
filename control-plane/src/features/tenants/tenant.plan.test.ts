import { expect, it } from '@jest/globals';
import type { OperationKind } from '../operations/operation.contract.ts';
import { allows, doorOf, shouldRun, statusOf, type TenantFacts } from './tenant.plan.ts';

const at = new Date();
const up = { isUp: true, reason: null, at, version: '1', instances: null, messagesToday: 0, memoryBytes: 1 };
const down = { ...up, isUp: false, reason: 'The app ended.' };
const ready: TenantFacts = { readyAt: at, routedAt: at, failure: null, suspension: null, deletion: null, observed: up };
const suspension = { by: 'x', at, reason: 'unpaid' };

it.each<[string, Partial<TenantFacts>, OperationKind | null, string, string | null]>([
  ['never made, in the making', { readyAt: null, observed: null }, 'provision', 'provisioning', null],
  ['undone', { readyAt: null, observed: null, failure: 'No disk.' }, null, 'failed', 'No disk.'],
  ['well', {}, null, 'ready', null],
  ['well while it is being suspended', { suspension }, 'suspend', 'ready', null],
  ['stopped by suspension', { suspension, observed: down }, null, 'suspended', 'unpaid'],
  ['down', { observed: down }, null, 'degraded', 'The app ended.'],
  ['up but unwell', { observed: { ...up, reason: 'Its database does not answer.' } }, null, 'degraded', 'Its database does not answer.'],
  ['being deleted', { deletion: { by: 'x', at } }, 'delete', 'deleting', null],
  ['half deleted', { deletion: { by: 'x', at }, failure: 'drop_database: no.' }, null, 'failed', 'drop_database: no.'],
])('%s', (_, facts, active, status, reason) => {
  expect(statusOf({ ...ready, ...facts }, active)).toEqual({ status, reason });
});

it('wants only made, unsuspended, kept tenants to run', () => {
  expect(shouldRun(ready)).toBe(true);
  for (const facts of [{ readyAt: null }, { suspension }, { deletion: { by: 'x', at } }])
    expect(shouldRun({ ...ready, ...facts })).toBe(false);
});

it.each<[OperationKind, Partial<TenantFacts>, boolean]>([
  ['suspend', {}, true],
  ['suspend', { suspension }, false],
  ['resume', {}, false],
  ['resume', { suspension }, true],
  ['restart', { suspension }, false],
  ['restart', { readyAt: null }, false],
  ['provision', {}, false],
  ['provision', { readyAt: null }, true],
  ['delete', { deletion: { by: 'x', at } }, true],
])('%s of %j: %s', (kind, facts, expected) => expect(allows(kind, { ...ready, ...facts })).toBe(expected));

it('opens the door only to made tenants', () => {
  expect(doorOf(ready, null)).toBe('open');
  expect(doorOf({ ...ready, observed: down }, null)).toBe('open');
  expect(doorOf({ ...ready, suspension }, null)).toBe('suspended');
  expect(doorOf({ ...ready, routedAt: null, readyAt: null }, 'provision')).toBe('starting');
  expect(doorOf({ ...ready, routedAt: null, readyAt: null }, null)).toBe('closed');
  expect(doorOf({ ...ready, deletion: { by: 'x', at } }, 'delete')).toBe('closed');
});
