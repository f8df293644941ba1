import { describe, expect, it } from '@jest/globals';
import { testServer } from '../../test/test-server.ts';
import { upsertContact } from './contact.service.ts';
import { phoneKey } from './phone-key.ts';

const server = await testServer();
const as = server.as(await server.anAgent());
const see = (phone: string, profileName: string | null = null) => upsertContact(server.ctx, { phone, profileName });

describe('phoneKey', () => {
  it.each([
    ['558197124408', '5581997124408'], // a mobile without the ninth digit
    ['5581997124408', '5581997124408'],
    ['+55 (81) 9712-4408', '5581997124408'],
    ['558132214408', '558132214408'], // a land line
    ['5511987654321', '5511987654321'],
    ['14155552671', '14155552671'],
    ['351912345678', '351912345678'],
  ])('%s is %s', (phone, key) => expect(phoneKey(phone)).toBe(key));
});

it('is one contact with and without the ninth digit, also when both come at once', async () => {
  const both = await Promise.all(['558197124408', '5581997124408', '558197124408', '5581997124408'].map((phone) => see(phone, 'Zé')));
  expect(new Set(both.map((contact) => contact._id)).size).toBe(1);
  expect((await as.get('/contacts')).body.items).toMatchObject([
    { name: 'Zé', phone: '5581997124408', profileName: 'Zé', conversationId: null },
  ]);
});

it('shows the team’s name, else their own, else the number', async () => {
  const { _id } = await see('5511912345678');
  expect((await see('5511912345678')).name).toBe('+5511912345678');
  expect((await see('5511912345678', ' Ju\u0000liana \u202e🌻\n')).name).toBe('Ju liana 🌻');
  expect((await as.put(`/contacts/${_id}`).send({ name: 'Juliana da Conceição' })).body).toMatchObject({
    name: 'Juliana da Conceição',
    profileName: 'Ju liana 🌻',
  });
  expect((await see('5511912345678', 'Ju')).name).toBe('Juliana da Conceição');
  expect(Array.from((await see('5511900000000', '🌻'.repeat(500))).name)).toHaveLength(80);
});

it('finds parts of names and numbers, whatever the case and accents, taken literally', async () => {
  await see('5511955554444', 'JOSÉ (Açaí)');
  const find = async (q: string) => (await as.get('/contacts').query({ q })).body.items.map((contact: { name: string }) => contact.name);
  expect(await find('jose')).toEqual(['JOSÉ (Açaí)']);
  expect(await find('(acai)')).toEqual(['JOSÉ (Açaí)']);
  expect(await find('55554')).toEqual(['JOSÉ (Açaí)']);
  expect(await find('.*')).toEqual([]);
});

it('comes in pages, latest first', async () => {
  for (let n = 0; n < 5; n++) await see(`551197777000${n}`, `Cliente ${n}`);
  const names: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await as.get('/contacts').query({ q: 'cliente', limit: 2, ...(cursor ? { cursor } : {}) });
    names.push(...body.items.map((contact: { name: string }) => contact.name));
    cursor = body.nextCursor;
  }
  expect(names).toEqual(['Cliente 4', 'Cliente 3', 'Cliente 2', 'Cliente 1', 'Cliente 0']);
});

it('refuses wrong input and unknown contacts', async () => {
  expect((await as.put('/contacts/naoexiste').send({ name: 'X' })).body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await as.put('/contacts/naoexiste').send({ name: 'x'.repeat(10_000) })).body).toMatchObject({
    status: 400,
    errors: [{ path: 'name' }],
  });
  expect((await as.get('/contacts').query({ limit: 0 })).status).toBe(400);
  expect((await as.get('/contacts').query({ cursor: 'x' })).body).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
});
