import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { readLogPage, rotateLog } from './log-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileNamed = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('shows the last lines, then only what came since', () => {
  const file = fileNamed('a.log', 'um\ndois\ntrês\n');
  const first = readLogPage(file, { tail: 2, cursor: null });
  expect(first.lines).toEqual(['dois', 'três']);
  expect(readLogPage(file, { tail: 9, cursor: first.nextCursor })).toEqual({ lines: [], nextCursor: first.nextCursor });
  appendFileSync(file, 'quatro\ncin');
  const next = readLogPage(file, { tail: 9, cursor: first.nextCursor });
  expect(next.lines).toEqual(['quatro']);
  appendFileSync(file, 'co\n');
  expect(readLogPage(file, { tail: 9, cursor: next.nextCursor }).lines).toEqual(['cinco']);
});

it('begins anew after a rotation, and takes nonsense for no cursor', () => {
  const file = fileNamed('b.log', 'a\nb\nc\n');
  const { nextCursor } = readLogPage(file, { tail: 9, cursor: null });
  truncateSync(file);
  appendFileSync(file, 'd\n');
  expect(readLogPage(file, { tail: 9, cursor: nextCursor }).lines).toEqual(['d']);
  expect(readLogPage(file, { tail: 9, cursor: 'zzz' }).lines).toEqual(['d']);
  expect(readLogPage(join(folder, 'none.log'), { tail: 9, cursor: null })).toEqual({ lines: [], nextCursor: '0' });
});

it('pages by lines and never stops at a line longer than a page', () => {
  const file = fileNamed('c.log', `${'x'.repeat(600 * 1024)}\nend\n`);
  const first = readLogPage(file, { tail: 5, cursor: '0' });
  expect(first.lines).toHaveLength(1);
  expect(readLogPage(file, { tail: 5, cursor: first.nextCursor }).lines.at(-1)).toBe('end');
});

it('rotates above 10 MB only', () => {
  const file = fileNamed('d.log', 'x'.repeat(10 * 1024 * 1024));
  rotateLog(file);
  expect(statSync(file).size).toBe(10 * 1024 * 1024);
  appendFileSync(file, 'y');
  rotateLog(file);
  expect(statSync(file).size).toBe(0);
  expect(statSync(`${file}.1`).size).toBe(10 * 1024 * 1024 + 1);
});
