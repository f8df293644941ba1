import { expect, it } from '@jest/globals';
import { jsonLines, signedIn } from '../../test/signed-in.ts';

const test = signedIn();

it('lists tab-separated lines for other programs', async () => {
  const { id } = test.world.aTenant({ slug: 'loja', name: 'Loja\u001b[31m' });
  const { code, stdout } = await test.cli(['tenant', 'list']);
  expect([code, stdout]).toEqual([0, `loja\tLoja\\u001b[31m\tstarter\tready\t1/1\t0 min\t${id}\n`]);
});

it('filters, picks fields and pages', async () => {
  for (const slug of ['a', 'b', 'c']) test.world.aTenant({ slug, status: slug === 'c' ? 'suspended' : 'ready' });
  const active = JSON.parse((await test.cli(['tenant', 'list', '--filter', 'active', '--json', 'slug,status'])).stdout);
  expect(active).toEqual({
    schema: 1,
    tenants: [
      { slug: 'a', status: 'ready' },
      { slug: 'b', status: 'ready' },
    ],
    nextCursor: null,
  });
  const first = await test.cli(['tenant', 'list', '--limit', '2']);
  expect(first.stderr).toBe('There are more: add --cursor 2\n');
  expect((await test.cli(['tenant', 'list', '--limit', '2', '--cursor', '2', '--json=slug'])).stdout).toContain('[{"slug":"c"}]');
});

it('refuses a field it does not have before it asks', async () => {
  const { code, stderr } = await test.cli(['tenant', 'list', '--json', 'slug,colour']);
  expect(code).toBe(2);
  expect(JSON.parse(stderr)).toMatchObject({
    detail: '--json does not know “colour”.',
    hint: expect.stringMatching(/^Valid fields: id, slug, name, plan, /),
  });
  expect(test.world.requests).toEqual([]);
});

it('shows one by id, slug or beginning', async () => {
  const tenant = test.world.aTenant({ slug: 'padaria', name: 'Padaria', reason: 'redis is gone', status: 'degraded' });
  for (const ref of [tenant.id, 'padaria', 'pad', tenant.id.slice(0, 6)])
    expect(JSON.parse((await test.cli(['tenant', 'show', ref, '--json'])).stdout)).toEqual({ schema: 1, tenant });
  const { stdout } = await test.cli(['tenant', 'show', 'pad']);
  expect(stdout.split('\n').slice(0, 3)).toEqual(['degraded', 'Name            Padaria', `Id              ${tenant.id}`]);
  expect(stdout).toContain('Reason          redis is gone\n');
  expect(stdout).toContain('Numbers         1 of 1 connected\n');
  expect(stdout).toContain('Memory          100 MB\n');
});

it('prints the address of the app', async () => {
  test.world.aTenant({ slug: 'loja' });
  expect((await test.cli(['tenant', 'open', 'loja'])).stdout).toBe('http://loja.localhost:3001\n');
  expect((await test.cli(['tenant', 'open', 'loja', '--json'])).stdout).toBe('{"schema":1,"url":"http://loja.localhost:3001"}\n');
});

it('prints logs without obeying what is in them', async () => {
  test.world.aTenant({ slug: 'loja' });
  test.world.log = ['old', 'new \u001b]0;title\u0007'];
  expect((await test.cli(['tenant', 'logs', 'loja', '--tail', '1'])).stdout).toBe('new \\u001b]0;title\\u0007\n');
  expect((await test.cli(['tenant', 'logs', 'loja', '--json'])).stdout).toBe(
    `${JSON.stringify({ schema: 1, lines: test.world.log, nextCursor: '2' })}\n`,
  );
  expect((await test.cli(['tenant', 'logs', 'loja', '-f', '--json'])).code).toBe(2);
});

it('follows logs until Ctrl-C', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { code, stdout } = await test.cli(['tenant', 'logs', 'loja', '-f', '--ndjson'], {
    onOutput: (soFar, kill) => {
      if (soFar.stdout.includes('third')) kill('SIGINT');
      else if (test.world.log.length === 2) test.world.log.push('third line');
    },
  });
  expect(code).toBe(130);
  expect(jsonLines(stdout).map(({ line }) => line)).toEqual(['first line', 'second line', 'third line']);
});
