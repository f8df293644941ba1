import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import { TOKEN } from '../../test/platform-world.ts';
import { jsonLines, signedIn } from '../../test/signed-in.ts';

const test = signedIn();

it('goes through everything, one line each', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { code, stdout } = await test.cli(['doctor']);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    new RegExp(
      [
        '^ok   node: v\\d+\\S+ on \\w+',
        `ok   context: none saved → ${test.url}`,
        `ok   api: ${test.url} answers in \\d+ ms`,
        'ok   versions: chat-cli 0\\.1\\.0, control plane 0\\.1\\.0',
        'ok   clock: \\d s apart',
        'ok   token: signed in as owner@example\\.com \\(owner\\)',
        'ok   tenant loja: ready, 1 of 1 numbers connected',
        '7 checks, 0 warnings, 0 failures\n$',
      ].join('\n'),
    ),
  );
});

it('fails where a tenant failed and warns where one needs attention, with what to do', async () => {
  test.world.aTenant({ slug: 'bad', status: 'failed', reason: 'the app did not start' });
  test.world.aTenant({ slug: 'new', status: 'provisioning' });
  test.world.aTenant({ slug: 'off', status: 'suspended', instances: null });
  test.world.aTenant({ slug: 'qr', instances: { total: 2, ready: 1, attention: 1 } });
  const { code, stdout } = await test.cli(['doctor', '--json']);
  const { schema, checks, ok } = JSON.parse(stdout);
  expect([code, schema, ok]).toEqual([1, 1, false]);
  expect(checks.slice(-4)).toMatchObject([
    {
      name: 'tenant bad',
      status: 'fail',
      detail: 'failed: the app did not start',
      advice: 'See `chat-cli tenant logs bad`, then `chat-cli tenant restart bad`.',
    },
    { name: 'tenant new', status: 'warn' },
    { name: 'tenant off', status: 'ok', detail: 'suspended' },
    { name: 'tenant qr', status: 'warn', detail: 'ready, 1 of 2 numbers need attention' },
  ]);
});

it('stops where going on makes no sense', async () => {
  const dead = await test.cli(['doctor'], { env: { CHAT_CLI_URL: 'http://127.0.0.1:9' } });
  expect([dead.code, dead.stdout]).toEqual([1, expect.stringContaining('fail api: http://127.0.0.1:9 does not answer')]);
  expect(dead.stdout).not.toContain('token');
  const stranger = await test.cli(['doctor', '--ndjson'], { env: { CHAT_CLI_TOKEN: 'x'.repeat(30) } });
  expect(stranger.code).toBe(1);
  expect(jsonLines(stranger.stdout).at(-2)).toMatchObject({
    event: 'check',
    check: { name: 'token', status: 'fail', advice: 'Run `chat-cli login`, or set CHAT_CLI_TOKEN.' },
  });
});

it('warns of contexts that others can read, and says which file is broken', async () => {
  mkdirSync(dirname(test.home.configPath), { recursive: true });
  writeFileSync(test.home.configPath, JSON.stringify({ current: 'dev', contexts: { dev: { url: test.url, token: TOKEN } } }));
  chmodSync(test.home.configPath, 0o644);
  const { code, stdout } = await test.home.run(['doctor']);
  expect(code).toBe(0);
  expect(stdout).toContain(`warn config: ${test.home.configPath} can be read by others\n     Run: chmod 600 ${test.home.configPath}\n`);
  writeFileSync(test.home.configPath, '[]');
  const broken = await test.home.run(['doctor']);
  expect([broken.code, broken.stdout]).toEqual([1, expect.stringContaining('fail context: ')]);
});
