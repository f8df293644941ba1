import { changePassword, finishPasswordReset, signIn, startPasswordReset } from '@chat-saas/server/auth/accounts';
import { endSession } from '@chat-saas/server/auth/sessions';
import type { Locale } from '@chat-saas/server/locale';
import { problem } from '@chat-saas/server/problem';
import { z } from 'zod';
import type { Actor, AppContext } from '../../app/context.ts';
import { fillText, readTexts } from '../../app/texts.ts';
import { getBrand } from '../brand/brand.service.ts';
import { UserModel } from './user.model.ts';
import { shownUser } from './user.service.ts';

const Letter = z.object({ subject: z.string(), text: z.string() });

/** @throws CREDENTIALS_INVALID with `attemptsLeft`, SIGN_IN_LOCKED with `retryAfterSeconds` */
export async function signInUser(
  input: { email: string; password: string; session: 'cookie' | 'bearer' },
  caller: { ip: string; userAgent: string },
) {
  const { account, token } = await signIn(UserModel, input, { ip: caller.ip, userAgent: caller.userAgent });
  return { user: shownUser(account), token };
}

/** Ends the session of this call, its sockets too; may run twice. */
export async function signOutUser(ctx: AppContext, actor: Actor): Promise<void> {
  if (!actor.sessionId) return;
  await endSession(actor.sessionId);
  ctx.events.announce('sessions.ended', { sessionId: actor.sessionId });
}

/** Ends every other session of the person. @throws PASSWORD_WRONG */
export async function changeOwnPassword(
  ctx: AppContext,
  actor: Actor,
  input: { current: string; next: string },
): Promise<{ changed: true }> {
  await changePassword(UserModel, actor.id, actor.sessionId, input);
  ctx.events.announce('sessions.ended', { userId: actor.id, exceptSessionId: actor.sessionId });
  return { changed: true };
}

/**
 * Sends the letter with the link, if somebody has this e-mail; the answer is the same, and as quick, when nobody does.
 * @throws MAIL_NOT_CONFIGURED
 */
export async function requestReset(ctx: AppContext, email: string, locale: Locale): Promise<{ sent: true }> {
  if (!ctx.mail.isConfigured) throw problem('MAIL_NOT_CONFIGURED');
  sendResetLetter(ctx, email, locale).catch((error: unknown) =>
    ctx.log.error({ err: error }, 'the letter to reset a password was not sent'),
  );
  return { sent: true };
}

async function sendResetLetter(ctx: AppContext, email: string, locale: Locale): Promise<void> {
  const token = await startPasswordReset(UserModel, email);
  const user = token && (await UserModel.findOne({ email }).lean());
  if (!token || !user) return;
  const letter = await readTexts(Letter, locale, 'password-reset');
  const values = {
    name: user.name,
    link: `${ctx.config.PUBLIC_URL}/reset-password/${token}`,
    companyName: (await getBrand(ctx)).companyName,
  };
  await ctx.mail.send({ to: email, subject: await fillText(letter.subject, values), text: await fillText(letter.text, values) });
}

/** Works once; ends every session of the person. @throws RESET_LINK_INVALID */
export async function choosePassword(ctx: AppContext, input: { token: string; password: string }): Promise<{ changed: true }> {
  const userId = await finishPasswordReset(UserModel, input.token, input.password);
  ctx.events.announce('sessions.ended', { userId, exceptSessionId: null });
  return { changed: true };
}
