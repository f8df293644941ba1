import { expect, it } from '@jest/globals';
import { parseLogLine } from './log-line.ts';

it('takes a server’s line apart', () => {
  const line = JSON.stringify({
    level: 40,
    time: '2026-11-21T12:00:00.123Z',
    pid: 1,
    hostname: 'h',
    name: 'tenant-app',
    status: 503,
    why: 'no answer',
    err: { message: 'Gone.' },
    msg: 'a request failed',
  });
  expect(parseLogLine(line)).toEqual({
    at: '2026-11-21T12:00:00.123Z',
    level: 'warn',
    text: 'a request failed',
    facts: 'status=503 why="no answer" err="Gone."',
  });
});

it('tells a request in a few words', () => {
  const line = {
    level: 30,
    time: '2026-11-21T12:00:00Z',
    req: { id: 'r1', method: 'GET', url: '/api/v1/me' },
    res: { status: 200 },
    responseTime: 4.4,
    msg: 'request completed',
  };
  expect(parseLogLine(JSON.stringify(line))).toMatchObject({ text: 'request completed', facts: 'GET /api/v1/me 200 4 ms' });
});

it.each(['1234:M 21 Nov 2026 12:00:00.000 * Ready to accept connections', '{"level":30,"ms', '{"a":1}', 'null', ''])(
  'leaves %s as it is',
  (line) => expect(parseLogLine(line)).toEqual({ at: null, level: 'plain', text: line, facts: '' }),
);

it('knows a time in milliseconds, and no time', () => {
  expect(parseLogLine('{"level":30,"time":1795262400000,"msg":"x"}').at).toBe('2026-11-21T12:00:00.000Z');
  expect(parseLogLine('{"level":50,"time":"soon","msg":"x"}')).toMatchObject({ at: null, level: 'error' });
});
