import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { createLog } from './log.ts';

it('writes JSON lines without secrets', () => {
  const lines: string[] = [];
  const log = createLog('test', 'info', new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) }));
  log.info({ token: 'abc', user: { password: 'abc', name: 'Ana' }, a: { b: { qr: 'abc' } }, req: { headers: { cookie: 'abc' } } }, 'oi');
  log.debug('nada');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('abc');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'test', msg: 'oi', user: { name: 'Ana', password: '[hidden]' } });
});
