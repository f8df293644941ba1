import { expect, it } from '@jest/globals';
import { jsonLines, signedIn } from '../../test/signed-in.ts';

const test = signedIn();
const CREATE = ['tenant', 'create', '--name', 'Padaria São João', '--plan', 'professional'];

it('answers with a ready tenant, its addresses and the first sign-in', async () => {
  const { code, stdout, stderr } = await test.cli([...CREATE, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    tenant: { id: expect.any(String), slug: 'padaria-sao-joao', name: 'Padaria São João', plan: 'professional', status: 'ready' },
    operation: { id: expect.any(String), kind: 'provision', status: 'succeeded' },
    urls: {
      app: 'http://padaria-sao-joao.localhost:3001',
      connect: expect.stringContaining('/c/'),
      phone: expect.stringContaining('/phone/'),
    },
    owner: { email: 'owner@example.com', password: 'one-time-word' },
  });
});

it('answers the same tenant to the same idempotency key, and refuses the key for another', async () => {
  const keyed = [...CREATE, '--json', '--idempotency-key', 'k-1'];
  const [first, second] = [await test.cli(keyed), await test.cli(keyed)];
  expect(JSON.parse(second.stdout).tenant).toEqual(JSON.parse(first.stdout).tenant);
  expect(test.world.tenants.size).toBe(1);
  const other = await test.cli(['tenant', 'create', '--name', 'Outra', '--idempotency-key', 'k-1', '--json']);
  expect(other.code).toBe(5);
  expect(JSON.parse(other.stderr)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 409,
    exitCode: 5,
    requestId: expect.any(String),
  });
});

it('refuses an unknown plan without a request, naming the valid ones', async () => {
  const { code, stdout, stderr } = await test.cli(['tenant', 'create', '--name', 'X', '--plan', 'gold']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('✗ There is no plan “gold”.\n  Valid plans: starter, professional, business, enterprise, whitelabel.\n');
  expect(test.world.requests).toEqual([]);
});

it('tells people the same in words, with the steps on standard error', async () => {
  const { code, stdout, stderr } = await test.cli(CREATE);
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      '✓ Padaria São João is ready.',
      'App               http://padaria-sao-joao.localhost:3001',
      'Connect link      http://padaria-sao-joao.localhost:3001/c/abc',
      "Customer's phone  http://padaria-sao-joao.localhost:3001/phone/def",
      'Sign in           owner@example.com',
      'One-time password  one-time-word',
      '',
    ]
      .join('\n')
      .replace(/^(\S.*?) {2,}(?=\S)/gm, (_, name: string) => `${name.padEnd(17)}  `),
  );
  expect(stderr.split('\n')[0]).toMatch(/^Operation [0-9a-z]{20}: provision Padaria São João$/);
  expect(stderr).toContain('✓ Start app  0.1 s\n');
});

it('streams events, then the result', async () => {
  const { stdout } = await test.cli([...CREATE, '--ndjson']);
  const events = jsonLines(stdout);
  expect(events[0]).toMatchObject({ schema: 1, event: 'operation', operation: { kind: 'provision', status: 'queued' } });
  expect(events).toContainEqual(
    expect.objectContaining({ event: 'step', step: expect.objectContaining({ name: 'probe', status: 'succeeded' }) }),
  );
  expect(events.at(-1)).toMatchObject({ schema: 1, event: 'result', tenant: { status: 'ready' }, owner: { password: 'one-time-word' } });
});

it('returns at once with --no-wait', async () => {
  const { code, stdout } = await test.cli([...CREATE, '--no-wait', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    tenant: expect.objectContaining({ status: 'provisioning' }),
    operation: expect.objectContaining({ status: 'queued' }),
  });
});

it('shows what it would do, and does it only while that holds', async () => {
  const preview = await test.cli([...CREATE, '--dry-run', '--json']);
  const { hash, steps } = JSON.parse(preview.stdout).preview;
  expect(steps).toEqual(['make_secrets', 'start_app']);
  expect(test.world.tenants.size).toBe(0);
  test.world.aTenant();
  const refused = await test.cli([...CREATE, '--plan', hash]);
  expect(refused.code).toBe(5);
  expect(refused.stderr).toContain('Look again with --dry-run');
  const again = JSON.parse((await test.cli([...CREATE, '--dry-run', '--json'])).stdout).preview.hash;
  expect((await test.cli([...CREATE, '--plan-hash', again])).code).toBe(0);
});

it('prints the preview for people with the words to go on', async () => {
  const { stdout } = await test.cli([...CREATE, '--dry-run']);
  expect(stdout).toMatch(
    /^Would provision Padaria São João; nothing was changed:\n {2}1\. Make secrets\n {2}2\. Start app\nTo do exactly this, .* --plan-hash [0-9a-f]{32} in place of --dry-run\.\n$/,
  );
});

it('says that it was undone, with exit code 8', async () => {
  test.world.outcome = 'rolled_back';
  const { code, stdout, stderr } = await test.cli([...CREATE, '--json']);
  expect({ code, stdout }).toEqual({ code: 8, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'OPERATION_ROLLED_BACK',
    detail: 'It could not be finished and was undone: the app did not start.',
    params: { operationId: expect.any(String) },
    exitCode: 8,
  });
});

it('names the missing flag where nobody can be asked', async () => {
  const { code, stderr } = await test.cli(['tenant', 'create', '--plan', 'starter']);
  expect(code).toBe(2);
  expect(stderr).toBe('✗ --name is missing.\n  Pass --name.\n');
});

it('shows which input the server refused, as the flag that carried it', async () => {
  const { code, stderr } = await test.cli(['tenant', 'create', '--name', 'x'.repeat(200), '--admin-email', 'nobody']);
  expect(code).toBe(2);
  expect(stderr).toContain('  --name: At most 80 characters.');
  expect(stderr).toContain('  --admin-email: This is not an e-mail address.');
  expect(stderr).toMatch(/Request id: \S+/);
});
