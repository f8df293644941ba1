import { expect, it } from '@jest/globals';
import { signedIn } from '../../test/signed-in.ts';

const test = signedIn();
const aRun = (over = {}) => test.world.anOperation(test.world.aTenant({ slug: 'loja', name: 'Loja' }), 'restart', over);

it('lists, by tenant and status', async () => {
  const { id, tenantId } = aRun({ status: 'failed' });
  test.world.anOperation(test.world.aTenant({ slug: 'outra' }), 'provision');
  const { stdout } = await test.cli(['operation', 'list', '--tenant', 'loja', '--status', 'failed', '--json', 'id,tenantId']);
  expect(JSON.parse(stdout)).toEqual({ schema: 1, operations: [{ id, tenantId }], nextCursor: null });
  expect((await test.cli(['operation', 'list', '--status', 'failed'])).stdout).toBe(`${id}\trestart\tLoja\tfailed\t0/4\t0 min\n`);
});

it('shows exactly the documented shape', async () => {
  const { id, tenantId } = aRun();
  const { stdout } = await test.cli(['operation', 'show', id, '--json']);
  const { schema, operation } = JSON.parse(stdout);
  expect(schema).toBe(1);
  expect(Object.keys(operation)).toEqual(['id', 'kind', 'tenantId', 'status', 'steps']);
  expect(operation).toMatchObject({ id, kind: 'restart', tenantId, status: 'running' });
  expect(operation.steps[0]).toEqual({
    name: 'make_secrets',
    status: 'succeeded',
    startedAt: expect.any(String),
    durationMs: 120,
    attempts: 1,
  });
});

it('shows the steps to people', async () => {
  test.world.outcome = 'failed';
  const operation = aRun();
  for (let i = 0; i < 3; i++) test.world.advance(operation);
  const { stdout } = await test.cli(['operation', 'show', operation.id]);
  expect(stdout).toMatch(/^failed\nOperation {2}restart Loja\n/);
  expect(stdout).toContain('\n✓ Make secrets  0.1 s\n✓ Start redis  0.1 s\n✗ Start app  0.1 s  the app did not start\n· Probe\n');
  expect(stdout).toContain(' 3/4 ');
});

it('finds one by the beginning of its id', async () => {
  const { id } = aRun();
  expect((await test.cli(['operation', 'show', id.slice(0, 12), '--json', 'id'])).stdout).toBe(`{"schema":1,"operation":{"id":"${id}"}}\n`);
  expect((await test.cli(['operation', 'show', 'zzz'])).code).toBe(3);
  expect((await test.cli(['operation', 'show', '../etc'])).code).toBe(2);
});

it('watches to the end, with the exit code of how it ended', async () => {
  const { id } = aRun();
  const good = await test.cli(['operation', 'watch', id]);
  expect([good.code, good.stdout]).toEqual([0, 'restart Loja: succeeded\n']);
  expect(good.stderr).toBe('✓ Make secrets  0.1 s\n✓ Start redis  0.1 s\n✓ Start app  0.1 s\n✓ Probe  0.1 s\n');
  test.world.outcome = 'rolled_back';
  const bad = await test.cli(['operation', 'watch', aRun().id, '--json']);
  expect([bad.code, JSON.parse(bad.stdout).operation.status, JSON.parse(bad.stderr).code]).toEqual([
    8,
    'rolled_back',
    'OPERATION_ROLLED_BACK',
  ]);
});

it('cancels with consent, unless it has ended', async () => {
  const { id } = aRun();
  expect((await test.cli(['operation', 'cancel', id])).code).toBe(2);
  expect((await test.cli(['operation', 'cancel', id, '--yes'])).stdout).toBe(
    `Asked ${id} to stop. See how it ends: chat-cli operation watch ${id}\n`,
  );
  const again = await test.cli(['operation', 'cancel', id, '--yes', '--json']);
  expect([again.code, JSON.parse(again.stderr).code]).toEqual([6, 'OPERATION_FINISHED']);
});

it('tries a failed one again', async () => {
  const { id } = aRun({ status: 'failed' });
  const { code, stdout } = await test.cli(['operation', 'retry', id, '--json', 'id,status']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).operation).toEqual({ id: expect.not.stringMatching(id), status: 'succeeded' });
});

it('previews a cancellation and holds it to that', async () => {
  const operation = aRun({ status: 'running' });
  test.world.outcome = 'never';
  const { hash } = JSON.parse((await test.cli(['operation', 'cancel', operation.id, '--dry-run', '--json'])).stdout).preview;
  operation.status = 'failed';
  expect((await test.cli(['operation', 'cancel', operation.id, '--yes', '--plan-hash', hash])).code).toBe(5);
  operation.status = 'running';
  expect((await test.cli(['operation', 'cancel', operation.id, '--yes', '--plan', hash])).code).toBe(0);
});
