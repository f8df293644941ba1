import { setPassword } from '@chat-saas/server/auth/accounts';
import { hashPassword, oneTimePassword } from '@chat-saas/server/auth/passwords';
import { endSessionsOf } from '@chat-saas/server/auth/sessions';
import { duplicateKey } from '@chat-saas/server/mongo';
import { notFound, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { limitsOf } from '../plan/plan.service.ts';
import { UserModel } from './user.model.ts';
import { shownUser } from './user.service.ts';

interface NewUser {
  name: string;
  email: string;
  role: 'admin' | 'agent';
  phone: string | null;
}

/** Answers with a one-time password that nobody can see again. @throws EMAIL_TAKEN, AGENT_LIMIT_REACHED */
export async function addUser(ctx: AppContext, input: NewUser) {
  const password = oneTimePassword();
  const user = await createUser(ctx, input, password, true);
  const { maxAgents } = await limitsOf(ctx);
  // Counted after the insert: of two that race for the last seat, at least one sees the other.
  if (maxAgents !== null && (await UserModel.countDocuments()) > maxAgents) {
    await UserModel.deleteOne({ _id: user._id });
    throw problem('AGENT_LIMIT_REACHED', { params: { maxAgents } });
  }
  return { user: shownUser(user), password };
}

/** @throws EMAIL_TAKEN */
export async function createUser(ctx: AppContext, input: NewUser, password: string, mustChangePassword: boolean) {
  try {
    const passwordHash = await hashPassword(password);
    const user = await UserModel.create({ ...input, passwordHash, mustChangePassword, createdAt: ctx.now() });
    return user.toObject();
  } catch (error) {
    if (duplicateKey(error)) throw problem('EMAIL_TAKEN', { cause: error });
    throw error;
  }
}

/** @throws NOT_FOUND, LAST_ADMIN */
export async function changeUser(
  ctx: AppContext,
  { id, ...change }: { id: string; name: string; role: 'admin' | 'agent'; phone: string | null },
) {
  const before = await UserModel.findById(id).lean();
  if (!before) throw notFound();
  const isStepDown = before.role === 'admin' && change.role !== 'admin';
  const after = await UserModel.findOneAndUpdate({ _id: id }, { $set: change }, { returnDocument: 'after' }).lean();
  if (!after) throw notFound();
  if (isStepDown && (await hasNoAdmin())) {
    await UserModel.updateOne({ _id: id }, { $set: { role: 'admin', name: before.name, phone: before.phone } });
    throw problem('LAST_ADMIN');
  }
  if (isStepDown) await endEverySession(ctx, id);
  return shownUser(after);
}

/** Removes the person and everything they are signed in with. @throws NOT_FOUND, LAST_ADMIN */
export async function removeUser(ctx: AppContext, id: string): Promise<{ removed: true }> {
  const user = await UserModel.findById(id).lean();
  if (!user) throw notFound();
  if (user.role === 'admin') await changeUser(ctx, { id, name: user.name, phone: user.phone, role: 'agent' });
  await UserModel.deleteOne({ _id: id });
  await endEverySession(ctx, id);
  return { removed: true };
}

/** A one-time password in place of a forgotten one; ends every session of the person. @throws NOT_FOUND */
export async function giveNewPassword(ctx: AppContext, id: string): Promise<{ password: string }> {
  if (!(await UserModel.exists({ _id: id }))) throw notFound();
  const password = oneTimePassword();
  await setPassword(UserModel, id, password, true);
  await endEverySession(ctx, id);
  return { password };
}

const hasNoAdmin = async () => (await UserModel.countDocuments({ role: 'admin' })) === 0;

async function endEverySession(ctx: AppContext, userId: string): Promise<void> {
  await endSessionsOf(userId);
  ctx.events.announce('sessions.ended', { userId, exceptSessionId: null });
}
