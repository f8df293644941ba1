import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeConfig, flag, loadConfig } from './config.ts';

const schema = z.object({
  PORT: z.coerce.number().int().default(3001).describe('Where it listens'),
  SECRET: z.string().min(8, 'At least 8 characters.').describe('Signs things'),
  LOUD: flag(false),
});

it('reads values, defaults and secrets from files', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret');
  writeFileSync(file, 'muito segredo\n');
  expect(loadConfig(schema, { SECRET_FILE: file, SECRET: 'ignored in favour of the file', PORT: '' })).toEqual({
    PORT: 3001,
    SECRET: 'muito segredo',
    LOUD: false,
  });
});

it('names every wrong variable at once, and no value', () => {
  const load = () => loadConfig(schema, { PORT: 'abc', SECRET: 'curto' });
  expect(load).toThrow(/PORT: .*\n.*SECRET: At least 8 characters\./s);
  expect(load).not.toThrow(/curto/);
  expect(() => loadConfig(schema, { SECRET_FILE: '/nowhere/secret' })).toThrow('SECRET_FILE: cannot read /nowhere/secret (ENOENT)');
});

it.each([
  ['true', true],
  ['TRUE', true],
  ['1', true],
  ['yes', true],
  ['false', false],
  ['on please', false],
])('a flag %j is %s', (text, value) => {
  expect(flag(true).parse(text)).toBe(value);
});

it('describes each variable, secrets without a value', () => {
  expect(describeConfig(schema)).toBe('# Where it listens\nPORT=3001\n# Signs things\n# SECRET=\n# LOUD\nLOUD=false');
});
