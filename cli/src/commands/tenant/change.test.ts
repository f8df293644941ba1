import { expect, it } from '@jest/globals';
import { signedIn } from '../../test/signed-in.ts';

const test = signedIn();

it('suspends with consent, resumes without', async () => {
  const { id } = test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const { code, stdout } = await test.cli(['tenant', 'suspend', 'loja', '--yes', '--reason', 'unpaid', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    tenant: { id, status: 'suspended' },
    operation: { kind: 'suspend', status: 'succeeded' },
  });
  expect((await test.cli(['tenant', 'resume', '--id', id])).stdout).toBe('✓ Loja is ready.\n');
});

it('asks for --yes where nobody can be asked, and changes nothing', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { code, stderr } = await test.cli(['tenant', 'suspend', 'loja']);
  expect(code).toBe(2);
  expect(stderr).toBe('✗ This needs your consent, and nobody is here to ask.\n  Pass --yes.\n');
  expect(test.world.operations.size).toBe(0);
});

it('restarts under the idempotency key given, and returns at once with --no-wait', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const { stdout } = await test.cli(['tenant', 'restart', 'loj', '--no-wait', '--idempotency-key', 'again']);
  expect(stdout).toMatch(/^Asked to restart Loja: operation [0-9a-z]{20}\.\n$/);
  expect(test.world.seenKeys).toEqual(['again']);
});

it('deletes only by the exact name', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja do Zé' });
  const missing = await test.cli(['tenant', 'delete', 'loja']);
  expect([missing.code, missing.stderr]).toEqual([
    2,
    '✗ Deleting Loja do Zé loses data for good, and nobody is here to ask.\n  Pass --confirm "Loja do Zé".\n',
  ]);
  const wrong = await test.cli(['tenant', 'delete', 'loja', '--confirm', 'loja']);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('“loja” is not the name of this tenant.');
  const right = await test.cli(['tenant', 'delete', 'loja', '--confirm', 'Loja do Zé']);
  expect([right.code, right.stdout]).toEqual([0, '✓ Loja do Zé is deleted.\n']);
  expect(test.world.tenants.size).toBe(0);
});

it('previews, and refuses a hash of another world', async () => {
  const tenant = test.world.aTenant({ slug: 'loja' });
  const { stdout } = await test.cli(['tenant', 'delete', 'loja', '--dry-run', '--json', 'hash,steps']);
  const { hash } = JSON.parse(stdout).preview;
  expect(JSON.parse(stdout)).toEqual({ schema: 1, preview: { steps: ['make_secrets', 'start_app'], hash } });
  tenant.status = 'degraded';
  expect((await test.cli(['tenant', 'delete', 'loja', '--confirm', tenant.name, '--plan', hash])).code).toBe(5);
  expect(test.world.tenants.size).toBe(1);
});

it('refuses a reference that is none, without a request', async () => {
  for (const words of [
    ['tenant', 'restart'],
    ['tenant', 'restart', '../x'],
    ['tenant', 'restart', 'a', '--id', 'b'],
  ])
    expect((await test.cli(words)).code).toBe(2);
  expect(test.world.requests).toEqual([]);
});
