import { ProblemException, problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { UserModel } from './user.model.ts';
import { createUser, giveNewPassword } from './user-team.service.ts';

const findFirstAdmin = () => UserModel.findOne({ role: 'admin' }).sort({ createdAt: 1, _id: 1 }).lean();

/**
 * Makes the first administrator. May run twice: whoever is there already keeps their password, and `created` is false.
 * The given password is for one sign-in: another has to be chosen then.
 */
export async function ensureFirstAdmin(
  ctx: AppContext,
  input: { name: string; email: string; phone: string | null; password: string },
): Promise<{ created: boolean; email: string }> {
  const { password, ...person } = input;
  const first = await findFirstAdmin();
  if (first) return { created: false, email: first.email };
  try {
    const user = await createUser(ctx, { ...person, role: 'admin' }, password, true);
    return { created: true, email: user.email };
  } catch (error) {
    if (error instanceof ProblemException && error.code === 'EMAIL_TAKEN') return { created: false, email: input.email };
    throw error;
  }
}

/** One-time password for the administrator who was here first; ends their sessions. @throws NOT_FOUND */
export async function resetFirstAdmin(ctx: AppContext): Promise<{ email: string; password: string }> {
  const first = await findFirstAdmin();
  if (!first) throw problem('NOT_FOUND', { detail: 'There is no administrator yet.' });
  return { email: first.email, ...(await giveNewPassword(ctx, first._id)) };
}
