import { newTenantId } from '@chat-saas/contract';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { connectMongo, prepareDatabase } from '../mongo.ts';
import { type Account, accountFields, changePassword, finishPasswordReset, signIn, startPasswordReset } from './accounts.ts';
import { hashPassword, isPassword, oneTimePassword } from './passwords.ts';
import { endSession, endSessionsOf, findSession, hashToken, rememberSession, startSession } from './sessions.ts';

const People = mongoose.model(
  'Person',
  new mongoose.Schema<Account>({ _id: { type: String, required: true }, ...accountFields }),
  'people',
);
const caller = { ip: '10.0.0.1', userAgent: 'teste' };
const about = { kind: 'bearer', ...caller } as const;
const PASSWORD = 'uma senha bem longa';

beforeAll(async () => {
  await connectMongo(process.env.TEST_MONGODB_URI ?? '', `test_${newTenantId()}`);
  await prepareDatabase([], pino({ level: 'silent' }));
  await People.create({ _id: 'ana', email: 'ana@x.example', passwordHash: await hashPassword(PASSWORD) });
});
afterAll(async () => {
  await mongoose.connection.db?.dropDatabase();
  await mongoose.disconnect();
});

const enter = (password: string, email = 'ana@x.example', ip = caller.ip) =>
  signIn(People, { email, password, session: 'bearer' }, { ...caller, ip });

it('hashes with argon2id; the same letters written in two ways are one password', async () => {
  const hashed = await hashPassword('Ação123456');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword('Ac\u0327a\u0303o123456', hashed)).toBe(true);
  expect(await isPassword('Ação123456', null)).toBe(false);
  expect(oneTimePassword()).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
});

it('signs in, and keeps no token', async () => {
  const { account, token } = await enter(PASSWORD);
  expect(account._id).toBe('ana');
  expect(await findSession(token)).toEqual({ id: hashToken(token), userId: 'ana', kind: 'bearer' });
  expect(JSON.stringify(await mongoose.connection.db?.collection('sessions').find().toArray())).not.toContain(token);
});

it('locks one address out of one account after five wrong tries, and nobody else', async () => {
  for (let left = 4; left >= 0; left--)
    await expect(enter('errada')).rejects.toMatchObject({ code: 'CREDENTIALS_INVALID', options: { params: { attemptsLeft: left } } });
  await expect(enter(PASSWORD)).rejects.toMatchObject({ code: 'SIGN_IN_LOCKED' });
  expect((await enter(PASSWORD, 'ana@x.example', '10.0.0.2')).account._id).toBe('ana');
  await mongoose.connection.db?.collection('sign_in_attempts').updateMany({}, { $set: { at: new Date(Date.now() - 16 * 60_000) } });
  expect((await enter(PASSWORD)).account._id).toBe('ana');
});

it('counts from the last good sign-in', async () => {
  for (let n = 0; n < 4; n++) await expect(enter('errada', 'ana@x.example', '10.0.0.3')).rejects.toThrow();
  await enter(PASSWORD, 'ana@x.example', '10.0.0.3');
  await expect(enter('errada', 'ana@x.example', '10.0.0.3')).rejects.toMatchObject({ options: { params: { attemptsLeft: 4 } } });
});

it('forgets sessions that ended or expired', async () => {
  const [one, two, three] = [await startSession('rui', about), await startSession('rui', about), await startSession('rui', about)];
  await endSession(hashToken(one));
  expect(await findSession(one)).toBeNull();
  await endSessionsOf('rui', hashToken(three));
  expect([await findSession(two), (await findSession(three))?.userId]).toEqual([null, 'rui']);
  await mongoose.connection.db?.collection('sessions').updateOne({ _id: hashToken(three) as never }, { $set: { expiresAt: new Date(0) } });
  expect(await findSession(three)).toBeNull();
  expect(await findSession('curto')).toBeNull();
});

it('remembers a token that exists already, twice the same', async () => {
  const token = 'x'.repeat(32);
  await Promise.all([rememberSession(token, 'owner', about), rememberSession(token, 'owner', about)]);
  expect(await findSession(token)).toMatchObject({ userId: 'owner' });
});

it('changes a password and ends the other sessions', async () => {
  const [here, there] = [await startSession('ana', about), await startSession('ana', about)];
  await expect(changePassword(People, 'ana', hashToken(here), { current: 'errada', next: 'x' })).rejects.toMatchObject({
    code: 'PASSWORD_WRONG',
  });
  await changePassword(People, 'ana', hashToken(here), { current: PASSWORD, next: 'nova senha longa' });
  expect([(await findSession(here))?.userId, await findSession(there)]).toEqual(['ana', null]);
});

it('resets a password once, within the hour, for somebody who is there', async () => {
  expect(await startPasswordReset(People, 'ninguem@x.example')).toBeNull();
  const token = (await startPasswordReset(People, 'ana@x.example')) ?? '';
  expect(await finishPasswordReset(People, token, 'outra senha longa')).toBe('ana');
  await expect(finishPasswordReset(People, token, 'x')).rejects.toMatchObject({ code: 'RESET_LINK_INVALID' });
  const [older, newer] = [await startPasswordReset(People, 'ana@x.example'), await startPasswordReset(People, 'ana@x.example')];
  await finishPasswordReset(People, newer ?? '', 'mais uma senha longa');
  await expect(finishPasswordReset(People, older ?? '', 'x')).rejects.toMatchObject({ code: 'RESET_LINK_INVALID' });
  const late = (await startPasswordReset(People, 'ana@x.example')) ?? '';
  await mongoose.connection.db?.collection('password_resets').updateMany({}, { $set: { expiresAt: new Date(0) } });
  await expect(finishPasswordReset(People, late, 'x')).rejects.toMatchObject({ code: 'RESET_LINK_INVALID' });
});
