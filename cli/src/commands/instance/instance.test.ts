import { expect, it } from '@jest/globals';
import { jsonLines, signedIn } from '../../test/signed-in.ts';

const test = signedIn();
const aTenant = () => test.world.aTenant({ slug: 'loja', name: 'Loja' });
const numbersOf = (id: string) => test.world.instances.get(id) ?? [];

it('lists the numbers', async () => {
  const [number] = numbersOf(aTenant().id);
  expect((await test.cli(['instance', 'list', 'loja'])).stdout).toBe(
    `${number?.id}\tRecepção (default)\tsimulator\tready\t5581997124408\t-\n`,
  );
  expect(JSON.parse((await test.cli(['instance', 'list', '--tenant', 'loja', '--json'])).stdout)).toEqual({
    schema: 1,
    instances: [number],
  });
});

it('adds one', async () => {
  const { id } = aTenant();
  const { code, stdout, stderr } = await test.cli(['instance', 'create', 'loja', '--name', 'Vendas', '--engine', 'simulator']);
  const added = numbersOf(id)[1];
  expect([code, stdout]).toEqual([0, `stopped\nName    Vendas\nId      ${added?.id}\nEngine  simulator\n`]);
  expect(stderr).toBe(`Link it: chat-cli instance link loja ${added?.id}\n`);
  expect((await test.cli(['instance', 'create', 'loja', '--name', 'x', '--engine', 'baileys'])).code).toBe(2);
});

it('offers a QR at once where programs read it', async () => {
  aTenant();
  const { stdout } = await test.cli(['instance', 'link', 'loja', '--json', 'state,link']);
  expect(JSON.parse(stdout).instance).toEqual({
    state: 'awaiting_link',
    link: { method: 'qr', payload: '2@qr-payload', expiresAt: expect.any(String) },
  });
});

it('waits until it is linked with --wait', async () => {
  aTenant();
  const { code, stdout } = await test.cli(['instance', 'link', '--tenant', 'loja', 'recepção', '--wait', '--ndjson']);
  expect(code).toBe(0);
  expect(jsonLines(stdout)).toMatchObject([
    { event: 'link', link: { payload: '2@qr-payload' } },
    { event: 'result', instance: { state: 'ready' } },
  ]);
});

it('shows a pairing code', async () => {
  aTenant();
  const { stderr } = await test.cli(['instance', 'link', 'loja', '--phone', '+55 81 99712-4408']);
  expect(stderr).toBe('In WhatsApp: Linked devices → Link with phone number → type ABCD-1234\n');
});

it('restarts, and unlinks with consent', async () => {
  const [number] = numbersOf(aTenant().id);
  expect(JSON.parse((await test.cli(['instance', 'restart', 'loja', '--json', 'state'])).stdout).instance).toEqual({ state: 'starting' });
  expect((await test.cli(['instance', 'logout', 'loja', number?.id ?? ''])).code).toBe(2);
  expect((await test.cli(['instance', 'logout', 'loja', number?.id.slice(0, 14) ?? '', '--yes'])).stdout).toMatch(/^logged_out\n/);
});

it('says which numbers there are when one is not found', async () => {
  const tenant = aTenant();
  const { code, stderr } = await test.cli(['instance', 'restart', 'loja', 'vendas']);
  expect(code).toBe(3);
  expect(stderr).toContain(`It has: Recepção (${numbersOf(tenant.id)[0]?.id}).`);
  test.world.instances.set(tenant.id, []);
  expect((await test.cli(['instance', 'restart', 'loja'])).code).toBe(6);
});

it('previews', async () => {
  aTenant();
  const { stdout } = await test.cli(['instance', 'logout', 'loja', '--dry-run']);
  expect(stdout).toMatch(
    /^Would logout instance loja: Recepção; nothing was changed:\n {2}1\. Unlink the number from WhatsApp\n.*--plan [0-9a-f]{32} in place/,
  );
});
