import { newTenantId } from '@chat-saas/contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { connectMongo, duplicateKey, isMongoAlive, type Migration, prepareDatabase, withoutPassword } from './mongo.ts';

const log = pino({ level: 'silent' });
const Things = mongoose.model('Thing', new mongoose.Schema({ _id: String, code: { type: String, unique: true } }), 'things');

beforeAll(() => connectMongo(process.env.TEST_MONGODB_URI ?? '', `test_${newTenantId()}`));
afterAll(async () => {
  await mongoose.connection.db?.dropDatabase();
  await mongoose.disconnect();
  expect(await isMongoAlive(200)).toBe(false);
});

it('makes indexes and runs each migration once, in order', async () => {
  const ran: number[] = [];
  const migration = (id: number): Migration => ({ id, name: `m${id}`, up: async () => void ran.push(id) });
  expect(await prepareDatabase([migration(2), migration(1)], log)).toEqual(['0001-m1', '0002-m2']);
  expect(await prepareDatabase([migration(1), migration(2), migration(3)], log)).toEqual(['0003-m3']);
  expect(ran).toEqual([1, 2, 3]);
  expect(await isMongoAlive()).toBe(true);
});

it('a migration that fails runs again at the next start', async () => {
  let tries = 0;
  const shaky: Migration = {
    id: 9,
    name: 'shaky',
    up: async () => {
      if (++tries === 1) throw new Error('kaputt');
    },
  };
  await expect(prepareDatabase([shaky], log)).rejects.toThrow('kaputt');
  expect(await prepareDatabase([shaky], log)).toEqual(['0009-shaky']);
});

it('recognises a value that is taken', async () => {
  await Things.create({ _id: 'a', code: 'x' });
  const error: unknown = await Things.create({ _id: 'b', code: 'x' }).catch((caught: unknown) => caught);
  expect(duplicateKey(error)).toContain('code');
  expect(duplicateKey(new Error('x'))).toBeNull();
});

it('refuses a misspelt field instead of matching everything', async () => {
  await expect(Things.deleteMany({ cod: 'x' } as object)).rejects.toThrow('cod');
});

it('never shows a password', () => {
  expect(withoutPassword('mongodb://app:s3cret@db:27017')).toBe('mongodb://[hidden]@db:27017');
});

it.each([
  ['E11000 duplicate key error collection: chat_x.users index: email_1 dup key: { email: "a" }', 'email_1'],
  ["Duplicate key violation on the requested collection: Index 'slug_1_b_1'", 'slug_1_b_1'],
  ['E11000 something else', 'unknown'],
])('names the index of %s', (message, index) => expect(duplicateKey({ code: 11000, message })).toBe(index));
