import { describe, expect, it } from '@jest/globals';
import type { Operation } from '../api/types.ts';
import { renderProgress, stepLine } from '../operations/progress.ts';
import { formatAge, formatDuration, parseDuration } from './duration.ts';
import { parseFields, pickFields } from './shape.ts';
import { colorsFor, plain, wantsColor } from './style.ts';
import { formatTable } from './table.ts';

describe('shape', () => {
  const shape = { members: { tenant: ['id', 'slug'], urls: ['app', 'phone'], url: [] }, more: ['name'] };
  const data = { tenant: { id: '1', slug: 'a', name: 'A', secret: 's' }, urls: { app: 'x' }, url: 'u', other: 1 };
  const pick = (json?: string | true) => pickFields(shape, data, parseFields(shape, json));

  it('prints what is declared and nothing else', () => {
    expect(pick(true)).toEqual({ tenant: { id: '1', slug: 'a' }, urls: { app: 'x' }, url: 'u' });
    expect(pick('id,name')).toEqual({ tenant: { id: '1', name: 'A' } });
    expect(pick('urls.app, url')).toEqual({ urls: { app: 'x' }, url: 'u' });
    expect(pick('urls')).toEqual({ urls: { app: 'x' } });
  });
  it('names the valid fields', () => {
    expect(() => parseFields(shape, 'id,secret')).toThrow('--json does not know “secret”.');
    expect(() => parseFields(shape, ',')).toThrow('an empty field');
  });
  it('keeps null, lists and the cursor', () => {
    const list = { members: { items: ['id'], owner: ['email'] } };
    expect(pickFields(list, { items: [{ id: 1, x: 2 }], owner: null, nextCursor: null }, null)).toEqual({
      items: [{ id: 1 }],
      owner: null,
      nextCursor: null,
    });
  });
});

describe('duration', () => {
  it('reads units', () =>
    expect(['90', '90s', '5m', '2h', '1.5d'].map((text) => parseDuration(text))).toEqual([90e3, 90e3, 300e3, 7200e3, 129600e3]));
  it.each(['', '0', '-1s', '5 parsecs', '9999d', '1e9'])('refuses “%s”', (text) =>
    expect(() => parseDuration(text)).toThrow('is not a duration'),
  );
  it('writes them short', () =>
    expect([40, 9960, 59_400, 185_000, 7_800_000].map(formatDuration)).toEqual(['0.0 s', '10.0 s', '59 s', '3 min 05 s', '2 h 10 min']));
  it('counts ages', () => {
    const now = Date.parse('2026-06-10T12:00:00Z');
    expect(
      ['2026-06-10T11:30:00Z', '2026-06-09T12:00:00Z', '2026-06-01T12:00:00Z', '2026-06-11T12:00:00Z'].map((iso) => formatAge(iso, now)),
    ).toEqual(['30 min', '24 h', '9 d', '0 min']);
  });
});

describe('colours', () => {
  it.each([
    [{}, true, undefined, true],
    [{}, false, undefined, false],
    [{ NO_COLOR: '1' }, true, undefined, false],
    [{ CLICOLOR: '0' }, true, undefined, false],
    [{ TERM: 'dumb' }, true, undefined, false],
    [{}, true, false, false],
    [{ CLICOLOR_FORCE: '1' }, false, undefined, true],
    [{ CLICOLOR_FORCE: '1', NO_COLOR: '1' }, false, undefined, false],
  ])('%j, terminal %p, flag %p: %p', (env, isTerminal, flag, wanted) => expect(wantsColor(env, isTerminal, flag)).toBe(wanted));
  it('makes control characters visible', () => expect(plain('a\u001b[2J\u202eb\u009bc\nd')).toBe('a\\u001b[2J\\u202eb\\u009bc\nd'));
});

describe('progress', () => {
  const now = Date.parse('2026-06-10T12:00:10Z');
  const step = (name: string, over: Partial<Operation['steps'][number]>) => ({
    name,
    status: 'pending' as const,
    startedAt: null,
    durationMs: null,
    attempts: 1,
    detail: null,
    error: null,
    ...over,
  });
  const operation: Operation = {
    id: 'x',
    kind: 'provision',
    tenantId: 't',
    tenantName: 'T',
    status: 'running',
    error: null,
    requestedBy: 'me',
    createdAt: '2026-06-10T12:00:00Z',
    startedAt: '2026-06-10T12:00:00Z',
    finishedAt: null,
    steps: [
      step('make_secrets', { status: 'succeeded', durationMs: 120, detail: '3 files' }),
      step('start_app', { status: 'running', startedAt: '2026-06-10T12:00:07Z', attempts: 2 }),
      step('probe', {}),
      step('route', { status: 'undone', durationMs: 50 }),
    ],
  };
  it('draws steps with durations and a bar', () =>
    expect(renderProgress(operation, { now, columns: 80, frame: 1, colors: colorsFor(false) })).toEqual([
      '✓ Make secrets  0.1 s  3 files',
      '⠙ Start app  3.0 s  (attempt 2)',
      '· Probe',
      '↺ Route  (undone)  0.1 s',
      '██████████░░░░░░░░░░ 2/4 10 s',
    ]));
  it('never breaks a line', () => {
    const lines = renderProgress(operation, { now, columns: 16, frame: 0, colors: colorsFor(false) });
    expect(lines[0]).toBe('✓ Make secrets …');
  });
  it('says a step once it is over', () => {
    expect(stepLine(step('probe', { status: 'running' }))).toBeNull();
    expect(stepLine(step('probe', { status: 'failed', durationMs: 3000, error: 'no\nanswer' }))).toBe('✗ Probe  3.0 s  no answer');
  });
});

it('draws an aligned table on a terminal', async () => {
  const options = { isTerminal: true, colors: colorsFor(false) };
  expect(
    await formatTable(
      ['id', 'name'],
      [
        ['1', 'São João'],
        ['22', 'x'.repeat(60)],
      ],
      options,
    ),
  ).toBe(`ID  NAME\n1   São João\n22  ${'x'.repeat(47)}…`);
});
