import { expect, it } from '@jest/globals';
import { createReport, formatTable, seconds } from './report.mjs';

function captured() {
  const lines = [];
  return { lines, out: { write: (text) => lines.push(text) } };
}

it('prints plain lines without a terminal', async () => {
  const { lines, out } = captured();
  let clock = 0;
  const report = createReport({ out, tty: false, now: () => clock });
  const value = await report.step('Engine', async (doing) => {
    doing('making the engine');
    clock = 2_340;
    return { value: 7, detail: 'new' };
  });
  expect(value).toBe(7);
  expect(lines).toEqual(['… making the engine\n', '✓ Engine (2.3 s): new\n']);
});

it('marks a failed step and passes the failure on', async () => {
  const { lines, out } = captured();
  const report = createReport({ out, tty: false, now: () => 0 });
  await expect(report.step('Engine', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(lines).toEqual(['✗ Engine (0.0 s)\n']);
});

it('shows tenths below ten seconds', () => {
  expect([seconds(0), seconds(9_940), seconds(9_960), seconds(61_400)]).toEqual(['0.0 s', '9.9 s', '10 s', '61 s']);
});

it('aligns the table', () => {
  const rows = [
    { label: 'Panel', value: 'http://localhost:3001' },
    { label: 'Owner', value: 'a@b.c', note: 'once' },
    { label: 'Log', value: 'x' },
  ];
  expect(formatTable(rows)).toEqual(['  Panel  http://localhost:3001', '  Owner  a@b.c  (once)', '  Log    x']);
});
