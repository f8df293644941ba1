import { newSecret } from '@chat-saas/contract';
import mongoose, { type Model } from 'mongoose';
import { problem } from '../problem.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { endSessionsOf, hashToken, startSession } from './sessions.ts';
import { recordAttempt, refuseWhenLocked } from './sign-in-attempts.ts';

const RESET_LIFE_MS = 60 * 60_000;

/** What somebody who signs in has, whatever the app calls them. */
export interface Account {
  _id: string;
  email: string;
  passwordHash: string;
  mustChangePassword: boolean;
}

/** Schema fields of an account; e-mails are stored in lower case. */
export const accountFields = {
  email: { type: String, required: true, unique: true, lowercase: true },
  passwordHash: { type: String, required: true },
  mustChangePassword: { type: Boolean, default: false },
} as const;

interface Caller {
  ip: string;
  userAgent: string;
}

/** @throws CREDENTIALS_INVALID with `attemptsLeft`, SIGN_IN_LOCKED */
export async function signIn<A extends Account>(
  accounts: Model<A>,
  input: { email: string; password: string; session: 'cookie' | 'bearer' },
  caller: Caller,
) {
  await refuseWhenLocked(input.email, caller.ip);
  const account = await accounts.findOne({ email: input.email });
  const succeeded = await isPassword(input.password, account?.passwordHash ?? null);
  const attemptsLeft = await recordAttempt({ email: input.email, ip: caller.ip, userAgent: caller.userAgent, succeeded });
  if (!account || !succeeded) throw problem('CREDENTIALS_INVALID', { params: { attemptsLeft } });
  return { account, token: await startSession(account._id, { kind: input.session, ...caller }) };
}

/** Ends every other session of the account. @throws PASSWORD_WRONG */
export async function changePassword<A extends Account>(
  accounts: Model<A>,
  userId: string,
  sessionId: string | null,
  input: { current: string; next: string },
): Promise<void> {
  const account = await accounts.findById(userId);
  if (!account || !(await isPassword(input.current, account.passwordHash))) throw problem('PASSWORD_WRONG');
  await setPassword(accounts, userId, input.next, false);
  await endSessionsOf(userId, sessionId ?? undefined);
}

export async function setPassword<A extends Account>(
  accounts: Model<A>,
  userId: string,
  password: string,
  mustChange: boolean,
): Promise<void> {
  await accounts.updateOne({ _id: userId }, { $set: { passwordHash: await hashPassword(password), mustChangePassword: mustChange } });
  await ResetModel.deleteMany({ userId }); // links that were sent before the change open nothing any more
}

const resetSchema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    userId: { type: String, required: true },
    expiresAt: { type: Date, required: true, expires: 0 },
  },
  { versionKey: false },
);
const ResetModel = mongoose.model('PasswordReset', resetSchema, 'password_resets');

/** The secret of a link that lets the account choose a new password within the hour; null when nobody has this e-mail. */
export async function startPasswordReset<A extends Account>(accounts: Model<A>, email: string): Promise<string | null> {
  const account = await accounts.findOne({ email }).lean();
  if (!account) return null;
  const token = newSecret();
  await ResetModel.create({ _id: hashToken(token), userId: account._id, expiresAt: new Date(Date.now() + RESET_LIFE_MS) });
  return token;
}

/** Works once; ends every session; answers with whose password it was. @throws RESET_LINK_INVALID */
export async function finishPasswordReset<A extends Account>(accounts: Model<A>, token: string, password: string): Promise<string> {
  const reset = await ResetModel.findOneAndDelete({ _id: hashToken(token), expiresAt: { $gt: new Date() } });
  if (!reset) throw problem('RESET_LINK_INVALID');
  await setPassword(accounts, reset.userId, password, false);
  await endSessionsOf(reset.userId);
  return reset.userId;
}
