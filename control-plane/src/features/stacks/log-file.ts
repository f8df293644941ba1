import { closeSync, copyFileSync, existsSync, fstatSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogPage } from './stack-driver.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_PAGE_BYTES = 512 * 1024;
const MAX_LINE = 4000;

/** A descriptor that always writes at the end, for a child's output; the caller closes it. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return openSync(file, 'a', 0o600);
}

/** Keeps one older copy beside a log that has grown over 10 MB. The writer goes on in the emptied file. */
export function rotateLog(file: string): void {
  if (!existsSync(file) || statSync(file).size <= MAX_BYTES) return;
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
}

/**
 * Whole lines of a log: the last `tail`, or with a cursor those that came since, at most `tail` or 512 kB at a time.
 * A cursor beyond the end means that the file was rotated: reading begins anew.
 */
export function readLogPage(file: string, { tail, cursor }: { tail: number; cursor: string | null }): LogPage {
  if (!existsSync(file)) return { lines: [], nextCursor: '0' };
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const given = cursor === null ? null : Number(cursor);
    if (given === null || !Number.isSafeInteger(given) || given < 0) return lastLines(fd, size, tail);
    return linesFrom(fd, given > size ? 0 : given, size, tail);
  } finally {
    closeSync(fd);
  }
}

function lastLines(fd: number, size: number, tail: number): LogPage {
  const from = Math.max(0, size - MAX_PAGE_BYTES);
  const chunk = read(fd, from, size - from);
  const end = chunk.lastIndexOf(0x0a) + 1;
  const lines = toLines(chunk.subarray(0, end));
  return { lines: lines.slice(from > 0 ? 1 : 0).slice(-tail), nextCursor: String(from + end) };
}

function linesFrom(fd: number, from: number, size: number, most: number): LogPage {
  const chunk = read(fd, from, Math.min(size - from, MAX_PAGE_BYTES));
  let end = 0;
  for (let count = 0; count < most; count++) {
    const next = chunk.indexOf(0x0a, end);
    if (next === -1) break;
    end = next + 1;
  }
  if (end === 0 && chunk.length === MAX_PAGE_BYTES) end = chunk.length; // one line longer than a page: in pieces
  return { lines: toLines(chunk.subarray(0, end)), nextCursor: String(from + end) };
}

function read(fd: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readSync(fd, buffer, 0, length, from));
}

const toLines = (bytes: Buffer): string[] =>
  bytes.length === 0
    ? []
    : bytes
        .toString('utf8')
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.slice(0, MAX_LINE));
