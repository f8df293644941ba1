import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from '@jest/globals';
import { TOKEN } from '../../test/platform-world.ts';
import { signedIn } from '../../test/signed-in.ts';

const test = signedIn();
const config = () => JSON.parse(readFileSync(test.home.configPath, 'utf8'));
const save = (value: unknown) => {
  mkdirSync(dirname(test.home.configPath), { recursive: true });
  writeFileSync(test.home.configPath, JSON.stringify(value), { mode: 0o600 });
};
/** As somebody with nothing in the environment. */
const run = (args: string[], stdin = '') => test.home.run(args, { stdin });

beforeEach(() => save({ contexts: {} }));

it('signs in by approval in the browser and keeps the token private', async () => {
  const { code, stdout, stderr } = await run(['login', '--url', test.url, '--context', 'dev']);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Open http:\/\/localhost:3001\/device\?for=chat-cli%20on%20\S+ and approve the code WXYZ-2345\n$/);
  expect(stdout).toBe(`✓ Signed in at ${test.url} as owner@example.com (context dev).\n`);
  expect(config()).toEqual({ current: 'dev', contexts: { dev: { url: test.url, token: TOKEN } } });
  expect(statSync(test.home.configPath).mode & 0o777).toBe(0o600);
  expect((await run(['whoami'])).stdout).toBe(`owner@example.com (owner) at ${test.url}, context dev\n`);
  expect(JSON.parse((await run(['whoami', '--json'])).stdout)).toEqual({
    schema: 1,
    user: { id: 'u1', name: 'Ana', email: 'owner@example.com', role: 'owner' },
    context: { name: 'dev', url: test.url },
  });
});

it('is not signed in when denied or not approved in time', async () => {
  test.world.device = 'denied';
  expect((await run(['login', '--url', test.url])).code).toBe(4);
  test.world.device = 'expired';
  const { code, stderr } = await run(['login', '--url', test.url, '--json']);
  expect([code, JSON.parse(stderr).code]).toEqual([4, 'SIGN_IN_EXPIRED']);
  expect(config().contexts).toEqual({});
});

it('takes a token from standard input, and only a valid one', async () => {
  const good = await run(['login', '--url', test.url, '--with-token', '--json'], `${TOKEN}\n`);
  expect(good.code).toBe(0);
  expect(Object.keys(config().contexts)).toEqual([`127.0.0.1-${new URL(test.url).port}`]);
  expect((await run(['login', '--url', test.url, '--with-token'], '')).code).toBe(2);
  expect((await run(['login', '--url', test.url, '--with-token'], 'a-token-that-is-wrong\n')).code).toBe(4);
  expect(good.stdout + good.stderr).not.toContain(TOKEN);
});

it('signs out on the server too', async () => {
  save({ current: 'dev', contexts: { dev: { url: test.url, token: TOKEN } } });
  expect((await run(['logout'])).stdout).toBe(`Signed out of ${test.url} (context dev).\n`);
  expect(test.world.tokens.size).toBe(0);
  expect(config().contexts).toEqual({ dev: { url: test.url } });
  expect((await run(['whoami'])).code).toBe(4);
  expect((await test.cli(['logout'])).code).toBe(6);
});

it('reads a token file at every use, and leaves its session alone', async () => {
  const tokenFile = join(test.home.home, 'owner-token');
  writeFileSync(tokenFile, `${TOKEN}\n`);
  save({ current: 'local', contexts: { local: { url: test.url, tokenFile } } });
  expect((await run(['whoami'])).code).toBe(0);
  await run(['logout']);
  expect(test.world.tokens.size).toBe(1);
  save({ current: 'local', contexts: { local: { url: test.url, tokenFile: '/nowhere/owner-token' } } });
  const { code, stderr } = await run(['whoami']);
  expect(code).toBe(4);
  expect(stderr).toContain('The token file /nowhere/owner-token cannot be read (ENOENT).');
});

it('keeps contexts', async () => {
  expect((await run(['context', 'add', 'dev', '--url', `${test.url}/some/page`])).stdout).toBe(`Saved dev (${test.url}).\n`);
  await run(['context', 'add', 'prod', '--url', 'https://panel.example.com']);
  expect((await run(['context', 'add', 'prod', '--url', 'https://other.example.com'])).code).toBe(5);
  expect((await run(['context', 'use', 'prod'])).stdout).toBe('Commands now go to prod (https://panel.example.com).\n');
  expect((await run(['context', 'list'])).stdout).toBe(` \tdev\t${test.url}\tno\n*\tprod\thttps://panel.example.com\tno\n`);
  const unknown = await run(['context', 'use', 'stage']);
  expect([unknown.code, unknown.stderr]).toEqual([3, '✗ There is no context “stage”.\n  There are: dev, prod.\n']);
  for (const words of [
    ['a b', '--url', 'https://x.example'],
    ['x', '--url', 'ftp://x'],
    ['x', '--url', 'panel'],
    ['__proto__', '--url', 'https://x.example'],
    ['x'],
  ])
    expect([words, (await run(['context', 'add', ...words])).code]).toEqual([words, 2]);
});

it('chooses by flag, then environment, then project file, then what is current', async () => {
  save({ current: 'off', contexts: { off: { url: 'http://127.0.0.1:9', token: TOKEN }, dev: { url: test.url, token: TOKEN } } });
  expect((await run(['whoami'])).code).toBe(1);
  expect((await run(['whoami', '--context', 'dev'])).code).toBe(0);
  expect((await run(['--context', 'dev', 'whoami'])).code).toBe(0);
  expect((await test.home.run(['whoami'], { env: { CHAT_CLI_CONTEXT: 'dev' } })).code).toBe(0);
  expect((await test.cli(['whoami'])).stdout).toBe(`owner@example.com (owner) at ${test.url}\n`);
  const project = join(test.home.home, 'project');
  mkdirSync(join(project, 'deeper'), { recursive: true });
  writeFileSync(join(project, '.chat-cli.json'), '{"context":"dev"}');
  expect((await test.home.run(['whoami'], { cwd: join(project, 'deeper') })).code).toBe(0);
  expect((await test.home.run(['whoami', '--context', 'off'], { cwd: project })).code).toBe(1);
  writeFileSync(join(project, '.chat-cli.json'), '{"url":"https://evil.example"}');
  const { code, stderr } = await test.home.run(['whoami'], { cwd: project });
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining('has “url”, which is not understood.\n  It may hold texts for: context, timeout.'),
  ]);
});

it('sends a saved token only to the address it was saved with', async () => {
  save({ current: 'dev', contexts: { dev: { url: 'https://panel.example.com', token: TOKEN } } });
  const { code } = await test.home.run(['tenant', 'list'], { env: { CHAT_CLI_URL: test.url } });
  expect([code, test.world.requests]).toEqual([4, []]);
});

it('says which file is broken', async () => {
  writeFileSync(test.home.configPath, '{');
  const { code, stderr } = await run(['whoami']);
  expect([code, stderr]).toEqual([1, expect.stringContaining(`✗ ${test.home.configPath} is not a valid list of contexts.`)]);
  chmodSync(test.home.configPath, 0o600);
});
