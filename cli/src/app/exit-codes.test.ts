import { expect, it } from '@jest/globals';
import { signedIn } from '../test/signed-in.ts';

const test = signedIn();

it('0: all is well, an empty list too', async () => {
  const { code, stdout, stderr } = await test.cli(['tenant', 'list', '--json']);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{"schema":1,"tenants":[],"nextCursor":null}\n', stderr: '' });
});

it('1: nothing answers there', async () => {
  const { code, stderr } = await test.cli(['tenant', 'list'], { env: { CHAT_CLI_URL: 'http://127.0.0.1:9' } });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^✗ http:\/\/127\.0\.0\.1:9 did not answer \(.+\)\.\n {2}Is it running\? /);
});

it('1: an operation failed', async () => {
  test.world.outcome = 'failed';
  test.world.aTenant({ slug: 'loja' });
  const { code, stderr } = await test.cli(['tenant', 'restart', 'loja']);
  expect(code).toBe(1);
  expect(stderr).toContain('✗ The operation failed: the app did not start.\n  See the steps with `chat-cli operation show ');
});

it('2: words that it does not know', async () => {
  for (const words of [
    ['tenant', 'burn'],
    ['tenant', 'list', '--wat'],
    ['operation', 'show'],
    ['tenant', 'list', '--filter', 'gold'],
    ['tenant', 'list', '--limit', '0'],
  ])
    expect([words, (await test.cli(words)).code]).toEqual([words, 2]);
});

it('3: no such tenant', async () => {
  const { code, stderr } = await test.cli(['tenant', 'show', 'nobody', '--json']);
  expect(code).toBe(3);
  expect(JSON.parse(stderr)).toMatchObject({ type: 'about:blank', status: 404, code: 'NOT_FOUND', exitCode: 3 });
});

it('4: signed out, or a token that is not valid', async () => {
  const none = await test.home.run(['tenant', 'list'], { env: { CHAT_CLI_URL: test.url } });
  expect(none.code).toBe(4);
  expect(none.stderr).toContain('Run `chat-cli login`');
  expect((await test.cli(['tenant', 'list'], { env: { CHAT_CLI_TOKEN: 'x'.repeat(30) } })).code).toBe(4);
});

it('5: somebody else is at it', async () => {
  const tenant = test.world.aTenant({ slug: 'loja' });
  test.world.anOperation(tenant, 'restart', { status: 'running' });
  const { code, stderr } = await test.cli(['tenant', 'restart', 'loja']);
  expect(code).toBe(5);
  expect(stderr).toContain('Another operation is running for this tenant.');
});

it('5: more than one begins like this', async () => {
  test.world.aTenant({ slug: 'loja-a' });
  test.world.aTenant({ slug: 'loja-b' });
  expect((await test.cli(['tenant', 'show', 'loja'])).code).toBe(5);
});

it('6: not in the state for it', async () => {
  test.world.aTenant({ slug: 'loja', status: 'suspended' });
  const { code, stderr } = await test.cli(['tenant', 'suspend', 'loja', '--yes']);
  expect(code).toBe(6);
  expect(stderr).toContain('chat-cli tenant show');
});

it('7: time is up, it goes on', async () => {
  test.world.outcome = 'never';
  const { code, stderr } = await test.cli(['tenant', 'create', '--name', 'Lenta', '--timeout', '1s']);
  expect(code).toBe(7);
  expect(stderr).toMatch(/still running after 1\.0 s\.\n {2}Look again with `chat-cli operation watch [0-9a-z]{20}`/);
});

it('8: undone', async () => {
  test.world.outcome = 'rolled_back';
  expect((await test.cli(['tenant', 'create', '--name', 'Lenta'])).code).toBe(8);
});

it('130: Ctrl-C detaches and says how to look again', async () => {
  test.world.outcome = 'never';
  const { code, stderr } = await test.cli(['tenant', 'create', '--name', 'Lenta'], {
    onOutput: (soFar, kill) => soFar.stderr.includes('Operation ') && kill('SIGINT'),
  });
  expect(code).toBe(130);
  expect(stderr).toMatch(/\nDetached: the operation goes on\. Look again with `chat-cli operation watch [0-9a-z]{20}`\.\n$/);
  expect(['queued', 'running']).toContain([...test.world.operations.values()][0]?.status);
});

it('refuses an answer that is no control plane’s, and never follows a redirect with the token', async () => {
  const { createServer } = await import('node:http');
  const seen: string[] = [];
  const server = createServer((req, res) => {
    seen.push(req.url ?? '');
    if (req.url?.includes('operations')) res.writeHead(302, { location: '/elsewhere' }).end();
    else res.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hello</h1>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  const env = { CHAT_CLI_URL: `http://127.0.0.1:${port}` };
  const html = await test.cli(['tenant', 'list'], { env });
  expect(html.code).toBe(1);
  expect(html.stderr).toContain("but not as a control plane's API does.");
  expect((await test.cli(['operation', 'list'], { env })).code).toBe(1);
  expect(seen).not.toContain('/elsewhere');
  server.close();
});
