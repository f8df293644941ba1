import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { TOKEN } from '../../test/platform-world.ts';
import { BINARY } from '../../test/run-cli.ts';
import { signedIn } from '../../test/signed-in.ts';

const test = signedIn();
const cache = () => join(test.home.home, 'cache');
afterEach(() => rmSync(cache(), { recursive: true, force: true }));

const complete = async (...words: string[]) => {
  const { code, stdout, stderr } = await test.cli(['__complete', '--', ...words], { env: { XDG_CACHE_HOME: cache() } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').filter(Boolean);
};
const values = async (...words: string[]) => (await complete(...words)).map((line) => line.split('\t')[0]);

it('knows verbs and options', async () => {
  expect(await values('te')).toEqual(['tenant']);
  expect(await values('tenant', 're')).toEqual(['resume', 'restart']);
  expect(await values('tenant', 'create', '--pl')).toEqual(['--plan-hash', '--plan']);
  expect(await values('')).not.toContain('__complete');
});

it('knows plans, engines, filters and shells', async () => {
  expect(await values('tenant', 'create', '--plan', '')).toEqual(['starter', 'professional', 'business', 'enterprise', 'whitelabel']);
  expect(await values('tenant', 'create', '--name', 'x', '--engine', 's')).toEqual(['simulator']);
  expect(await values('tenant', 'list', '--filter', 'a')).toEqual(['active', 'attention']);
  expect(await values('completion', '')).toEqual(['bash', 'zsh', 'fish']);
});

it('knows tenants, their numbers and operations, and remembers them for a while', async () => {
  const { id } = test.world.aTenant({ slug: 'padaria', name: 'Padaria', status: 'ready' });
  test.world.aTenant({ slug: 'loja' });
  expect(await complete('tenant', 'show', 'p')).toEqual(['padaria\tPadaria (ready)']);
  const asked = test.world.requests.length;
  expect(await values('tenant', 'suspend', '')).toEqual(['padaria', 'loja']);
  expect(await values('instance', 'list', '--tenant', 'l')).toEqual(['loja']);
  expect(test.world.requests.length).toBe(asked);
  expect(await values('instance', 'logout', 'padaria', '')).toEqual([test.world.instances.get(id)?.[0]?.id]);
  const operation = test.world.anOperation(test.world.find(id), 'restart');
  expect(await values('operation', 'watch', '')).toEqual([operation.id]);
});

it('is silent when nothing answers', async () => {
  const { code, stdout, stderr } = await test.cli(['__complete', '--', 'tenant', 'show', ''], {
    env: { CHAT_CLI_URL: 'http://127.0.0.1:9', XDG_CACHE_HOME: cache() },
  });
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
});

it('refuses a shell that it has no script for', async () => {
  const { code, stderr } = await test.cli(['completion', 'tcsh']);
  expect([code, stderr]).toEqual([2, '✗ There is no completion for “tcsh”.\n  There is for: bash, zsh, fish.\n']);
});

it('completes in a real bash', async () => {
  test.world.aTenant({ slug: 'padaria' });
  const bin = join(test.home.home, 'bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(BINARY, join(bin, 'chat-cli'));
  const { stdout: script } = await test.cli(['completion', 'bash']);
  const typed = `${script}\nCOMP_WORDS=(chat-cli tenant show pa); COMP_CWORD=3; _chat_cli; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const ran = await test.home.start('bash', ['-c', typed], {
    env: { CHAT_CLI_URL: test.url, CHAT_CLI_TOKEN: TOKEN, PATH: `${bin}:${process.env.PATH}`, XDG_CACHE_HOME: cache() },
  });
  expect(ran).toMatchObject({ code: 0, stdout: 'padaria\n' });
});

it.each(['bash', 'zsh', 'fish'])('prints a script that %s reads', async (shell) => {
  const { code, stdout } = await test.cli(['completion', shell]);
  expect([code, stdout]).toEqual([0, expect.stringContaining('chat-cli __complete -- ')]);
  const checked = spawnSync(shell, ['-n'], { input: stdout, encoding: 'utf8' });
  if (!checked.error) expect([checked.status, checked.stderr]).toEqual([0, '']); // a shell that isn't installed has no say
});
