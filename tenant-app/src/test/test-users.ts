import { newId } from '@chat-saas/contract';
import { hashPassword } from '@chat-saas/server/auth/passwords';
import { startSession } from '@chat-saas/server/auth/sessions';
import { UserModel } from '../features/users/user.model.ts';

export interface TestUser {
  id: string;
  name: string;
  email: string;
  role: 'admin' | 'agent';
  password: string;
  /** Bearer token of a session of theirs. */
  token: string;
}

const PASSWORD = 'uma senha bem longa';
let hashed: Promise<string> | undefined;

/** Puts a person into the database, signed in already. */
export async function makeUser(role: TestUser['role'], more: Partial<TestUser> = {}): Promise<TestUser> {
  hashed ??= hashPassword(PASSWORD);
  const id = more.id ?? newId();
  const user = { id, name: 'Ana Conceição', email: `${id}@padaria.example`, role, password: PASSWORD, ...more };
  const passwordHash = user.password === PASSWORD ? await hashed : await hashPassword(user.password);
  await UserModel.create({ ...user, _id: id, passwordHash, createdAt: new Date() });
  return { ...user, token: await startSession(id, { kind: 'bearer', ip: '127.0.0.1', userAgent: 'test' }) };
}
