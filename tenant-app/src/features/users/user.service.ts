import type { Session } from '@chat-saas/server/auth/sessions';
import { notFound } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { limitsOf } from '../plan/plan.service.ts';
import type { User } from './user.contract.ts';
import { type UserDoc, UserModel } from './user.model.ts';

const SEEN_EVERY_MS = 60_000;

export const shownUser = (user: UserDoc): User => ({
  id: user._id,
  name: user.name,
  email: user.email,
  phone: user.phone,
  role: user.role,
  mustChangePassword: user.mustChangePassword,
  lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  createdAt: user.createdAt.toISOString(),
});

/** The person behind a session, seen now; null when they were removed. */
export async function actorOfSession(ctx: AppContext, session: Session): Promise<Actor | null> {
  const user = await UserModel.findById(session.userId).lean();
  if (!user) return null;
  const now = ctx.now();
  if (now.getTime() - (user.lastSeenAt?.getTime() ?? 0) > SEEN_EVERY_MS) await UserModel.updateOne({ _id: user._id }, { lastSeenAt: now });
  return { id: user._id, name: user.name, role: user.role, sessionId: session.id };
}

/** @throws NOT_FOUND */
export async function getUser(id: string): Promise<User> {
  const user = await UserModel.findById(id).lean();
  if (!user) throw notFound();
  return shownUser(user);
}

export async function listUsers(ctx: AppContext) {
  const users = await UserModel.find().sort({ createdAt: 1 }).lean();
  return { items: users.map(shownUser), maxAgents: (await limitsOf(ctx)).maxAgents };
}

export const countUsers = () => UserModel.countDocuments();
