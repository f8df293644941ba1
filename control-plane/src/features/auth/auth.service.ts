import { newId } from '@chat-saas/contract';
import { changePassword, finishPasswordReset, signIn, startPasswordReset } from '@chat-saas/server/auth/accounts';
import { hashPassword, oneTimePassword } from '@chat-saas/server/auth/passwords';
import { endSession, type Session } from '@chat-saas/server/auth/sessions';
import type { Locale } from '@chat-saas/server/locale';
import { duplicateKey } from '@chat-saas/server/mongo';
import { notFound, problem } from '@chat-saas/server/problem';
import type { Actor, AppContext } from '../../app/context.ts';
import { writeLetter } from '../../app/letters.ts';
import { ensureOwnerToken } from '../../app/owner-token.ts';
import type { PlatformUser } from './auth.contract.ts';
import { type OwnerDoc, OwnerModel } from './owner.model.ts';

const FIRST_OWNER = 'owner';

export const shownOwner = (owner: OwnerDoc): PlatformUser => ({
  id: owner._id,
  name: owner.name,
  email: owner.email,
  role: 'owner',
  mustChangePassword: owner.mustChangePassword,
  createdAt: owner.createdAt.toISOString(),
});

/** Who a session belongs to; null when that account is gone. */
export async function actorOfSession(session: Session): Promise<Actor | null> {
  const owner = await OwnerModel.findById(session.userId).lean();
  return owner && { id: owner._id, name: owner.email, role: 'owner', sessionId: session.id };
}

/** @throws CREDENTIALS_INVALID with `attemptsLeft`, SIGN_IN_LOCKED with `retryAfterSeconds` */
export async function signInOwner(
  input: { email: string; password: string; session: 'cookie' | 'bearer' },
  caller: { ip: string; userAgent: string },
) {
  const { account, token } = await signIn(OwnerModel, input, { ip: caller.ip, userAgent: caller.userAgent });
  return { user: shownOwner(account), token };
}

/** Ends the session of this call, its sockets too; may run twice. */
export async function signOutOwner(ctx: AppContext, { sessionId }: Actor): Promise<void> {
  if (!sessionId) return;
  await endSession(sessionId);
  ctx.endSockets({ sessionId });
}

/** @throws NOT_FOUND */
export async function getOwner(id: string): Promise<PlatformUser> {
  const owner = await OwnerModel.findById(id).lean();
  if (!owner) throw notFound();
  return shownOwner(owner);
}

/** Ends every other session of the owner. @throws PASSWORD_WRONG */
export async function changeOwnPassword(
  ctx: AppContext,
  actor: Actor,
  input: { current: string; next: string },
): Promise<{ changed: true }> {
  await changePassword(OwnerModel, actor.id, actor.sessionId, input);
  await ensureOwnerToken(ctx.config.DATA_DIR, actor.id); // chat-cli on this machine goes on
  ctx.endSockets({ userId: actor.id, exceptSessionId: actor.sessionId });
  return { changed: true };
}

/** Sends the letter if somebody has this e-mail; the answer is the same, and as quick, when nobody does. @throws MAIL_NOT_CONFIGURED */
export function requestReset(ctx: AppContext, email: string, locale: Locale): { sent: true } {
  if (!ctx.mail.isConfigured) throw problem('MAIL_NOT_CONFIGURED');
  sendResetLetter(ctx, email, locale).catch((error: unknown) =>
    ctx.log.error({ err: error }, 'the letter to reset a password was not sent'),
  );
  return { sent: true };
}

async function sendResetLetter(ctx: AppContext, email: string, locale: Locale): Promise<void> {
  const token = await startPasswordReset(OwnerModel, email);
  const owner = token && (await OwnerModel.findOne({ email }).lean());
  if (!token || !owner) return;
  const values = { name: owner.name, link: `${ctx.config.PUBLIC_URL}/reset-password/${token}`, companyName: 'Chat SaaS' };
  await ctx.mail.send({ to: email, ...(await writeLetter('password-reset', locale, values)) });
}

/** Works once; ends every session of the owner. @throws RESET_LINK_INVALID */
export async function choosePassword(ctx: AppContext, input: { token: string; password: string }): Promise<{ changed: true }> {
  const userId = await finishPasswordReset(OwnerModel, input.token, input.password);
  await ensureOwnerToken(ctx.config.DATA_DIR, userId);
  ctx.endSockets({ userId, exceptSessionId: null });
  return { changed: true };
}

/** The first owner, made with a one-time password where there is none yet; `password` until it was shown once. */
export async function ensureFirstOwner(ctx: AppContext): Promise<{ id: string; email: string; password: string | null }> {
  const first = await OwnerModel.findOne().sort({ createdAt: 1 }).lean();
  if (first)
    return { id: first._id, email: first.email, password: first.unseenPassword && ctx.sealer.open(first.unseenPassword, FIRST_OWNER) };
  const [id, email, password] = [newId(), ctx.config.OWNER_EMAIL, oneTimePassword()];
  const passwordHash = await hashPassword(password);
  const unseenPassword = ctx.sealer.seal(password, FIRST_OWNER);
  try {
    await OwnerModel.create({
      _id: id,
      email,
      name: 'Owner',
      passwordHash,
      mustChangePassword: true,
      unseenPassword,
      createdAt: ctx.now(),
    });
  } catch (error) {
    if (duplicateKey(error)) return ensureFirstOwner(ctx);
    throw error;
  }
  return { id, email, password };
}

/** The launcher has shown it: from now on only its hash is kept. */
export async function forgetFirstPassword(): Promise<void> {
  await OwnerModel.updateMany({ unseenPassword: { $ne: null } }, { $set: { unseenPassword: null } });
}
