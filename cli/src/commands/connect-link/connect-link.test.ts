import { expect, it } from '@jest/globals';
import { signedIn } from '../../test/signed-in.ts';

const test = signedIn();

it('makes a link, prints its address alone, lists it and ends it', async () => {
  const { id } = test.world.aTenant({ slug: 'loja' });
  const made = await test.cli(['connect-link', 'create', 'loja', '--expires', '2d']);
  const link = test.world.links.get(id)?.[0];
  expect(made.stdout).toMatch(/^http:\/\/loja\.localhost:3001\/c\/[0-9a-z]{26}\n$/);
  expect(made.stderr).toBe(`Valid until ${link?.expiresAt}. End it sooner: chat-cli connect-link revoke loja ${link?.id}\n`);
  expect(Math.round((Date.parse(link?.expiresAt ?? '') - Date.now()) / 3_600_000)).toBe(48);
  expect((await test.cli(['connect-link', 'list', 'loja'])).stdout).toMatch(new RegExp(`^${link?.id}\tconnect\t`));
  const ended = await test.cli(['connect-link', 'revoke', 'loja', link?.id.slice(0, 15) ?? '', '--json', 'id,revokedAt']);
  expect(JSON.parse(ended.stdout)).toEqual({ schema: 1, link: { id: link?.id, revokedAt: expect.any(String) } });
});

it('answers programs with the link and its address', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { stdout } = await test.cli([
    'connect-link',
    'create',
    '--tenant',
    'loja',
    '--purpose',
    'phone',
    '--instance',
    'recepção',
    '--json',
    'purpose,url',
  ]);
  expect(JSON.parse(stdout)).toEqual({ schema: 1, link: { purpose: 'phone' }, url: expect.stringContaining('/c/') });
});

it('refuses a wrong duration, purpose or link', async () => {
  test.world.aTenant({ slug: 'loja' });
  expect((await test.cli(['connect-link', 'create', 'loja', '--expires', 'soon'])).stderr).toContain('“soon” is not a duration.');
  expect((await test.cli(['connect-link', 'create', 'loja', '--purpose', 'tv'])).code).toBe(2);
  expect((await test.cli(['connect-link', 'revoke', 'loja', 'nope'])).code).toBe(3);
  expect((await test.cli(['connect-link', 'revoke', 'loja'])).code).toBe(2);
});

it('previews', async () => {
  test.world.aTenant({ slug: 'loja' });
  const { stdout } = await test.cli(['connect-link', 'create', 'loja', '--dry-run', '--json', 'steps']);
  expect(JSON.parse(stdout).preview.steps).toEqual(['Make a connect link that expires in 72 hours']);
  expect(test.world.links.size).toBe(0);
});
