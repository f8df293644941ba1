import { spawnSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { signedIn } from '../test/signed-in.ts';

const test = signedIn();
const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
const onTerminal = hasTerminal ? it : it.skip;

onTerminal('draws the steps with a bar, puts the cursor back, and prints the result', async () => {
  const { code, stdout } = await test.terminal(['tenant', 'create', '--name', 'Padaria']);
  expect(code).toBe(0);
  expect(stdout).toContain('\u001b[?25l');
  expect(stdout).toContain('\u001b[5A');
  expect(stdout).toContain('█'.repeat(20));
  expect(stdout.lastIndexOf('\u001b[?25h')).toBeGreaterThan(stdout.lastIndexOf('\u001b[?25l'));
  expect(stdout).toContain('Padaria is ready.');
});

onTerminal('aligns and colours, unless told not to', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const coloured = await test.terminal(['tenant', 'list']);
  expect(coloured.stdout).toContain('loja  Loja  starter  \u001b[32mready\u001b[39m');
  const plainRuns = [
    await test.terminal(['tenant', 'list', '--no-color']),
    await test.terminal(['tenant', 'list'], { env: { NO_COLOR: '1' } }),
    await test.terminal(['tenant', 'list'], { env: { TERM: 'dumb' } }),
  ];
  for (const { stdout } of plainRuns) {
    expect(stdout).toMatch(/SLUG {2}NAME {2}PLAN/);
    expect(stdout).not.toContain('\u001b[32m');
  }
});

onTerminal('asks, and takes no for an answer', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const { code, stdout } = await test.terminal(['tenant', 'suspend', 'loja'], { answer: { after: 'Nobody can use it', text: 'n' } });
  expect(stdout).toContain('Suspend Loja? Nobody can use it until it is resumed.');
  expect(stdout).toContain('You declined: nothing was changed.');
  expect([code, test.world.operations.size]).toEqual([1, 0]);
  expect((await test.terminal(['tenant', 'suspend', 'loja', '--no-input'])).code).toBe(2);
});

onTerminal('asks for the name before data is lost', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const { code, stdout } = await test.terminal(['tenant', 'delete', 'loja'], { answer: { after: 'Type its name', text: 'Loja\r' } });
  expect(stdout).toContain('Type its name, "Loja", to go on:');
  expect([code, test.world.tenants.size]).toEqual([0, 0]);
});

onTerminal('changes nothing when Ctrl-C comes instead of an answer', async () => {
  test.world.aTenant({ slug: 'loja', name: 'Loja' });
  const stopped = await test.terminal(['tenant', 'delete', 'loja'], { answer: { after: 'Type its name', text: '\u0003' } });
  expect([stopped.code, test.world.tenants.size]).toEqual([130, 1]);
});

onTerminal('draws a QR and waits until the number is linked', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { code, stdout } = await test.terminal(['instance', 'link', 'loja']);
  expect([code, stdout]).toEqual([0, expect.stringContaining('█▀▀▀▀▀█')]);
  expect(stdout).toContain('ready');
});

it('ends quietly when the reader goes away', async () => {
  for (let i = 0; i < 30; i++) test.world.aTenant();
  const { stdout, stderr } = await test.cli(['tenant', 'list', '--json'], { onOutput: (_, kill) => kill('SIGPIPE') });
  expect([stderr, stdout.startsWith('{')]).toEqual(['', true]);
});

it('keeps colour codes and cursor movements away from other programs', async () => {
  const { stdout, stderr } = await test.cli(['tenant', 'create', '--name', 'Padaria']);
  expect(stdout + stderr).not.toContain('\u001b');
});
