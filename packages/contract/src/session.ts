import { z } from 'zod';
import { type Access, procedure } from './procedure.ts';
import { Email, NewPassword } from './text.ts';

/** Signing in and out, and the own password: the same for everybody who has an account, whatever the app calls them. */
export const sessionContract = <User extends z.ZodType>(user: User, access: Access) => ({
  signIn: procedure({ access: 'public', perMinute: 20 })
    .route({ method: 'POST', path: '/auth/login', summary: 'Sign in', tags: ['Session'] })
    .input(
      z.object({
        email: z.string().trim().toLowerCase().min(1).max(254),
        password: z.string().min(1).max(200),
        /** `cookie` for browsers; `bearer` answers with a token for scripts. */
        session: z.enum(['cookie', 'bearer']).default('cookie'),
      }),
    )
    .output(
      z.object({
        user,
        /** Present only when `session` was `bearer`. */
        token: z.string().nullable(),
      }),
    )
    .errors({
      CREDENTIALS_INVALID: { status: 401, message: 'E-mail or password is wrong.' },
      SIGN_IN_LOCKED: { status: 429, message: 'Too many wrong attempts. Try again later.' },
    }),
  signOut: procedure({ access })
    .route({ method: 'DELETE', path: '/auth/session', summary: 'Sign out', tags: ['Session'] })
    .output(z.object({ signedOut: z.literal(true) })),
  me: procedure({ access })
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in', tags: ['Session'] })
    .output(user),
  changePassword: procedure({ access, perMinute: 10 })
    .route({ method: 'PUT', path: '/me/password', summary: 'Change the own password; ends every other session', tags: ['Session'] })
    .input(z.object({ current: z.string().min(1).max(200), next: NewPassword }))
    .output(z.object({ changed: z.literal(true) }))
    .errors({ PASSWORD_WRONG: { status: 400, message: 'The current password is wrong.' } }),
  requestPasswordReset: procedure({ access: 'public', perMinute: 6 })
    .route({
      method: 'POST',
      path: '/auth/password-resets',
      summary: 'Send a link to choose a new password',
      tags: ['Session'],
      successStatus: 202,
    })
    .input(z.object({ email: Email }))
    .output(z.object({ sent: z.literal(true) }))
    .errors({
      MAIL_NOT_CONFIGURED: {
        status: 503,
        message: 'This installation sends no e-mail yet. Ask whoever administers it for a new password.',
      },
    }),
  resetPassword: procedure({ access: 'public', perMinute: 10 })
    .route({
      method: 'PUT',
      path: '/auth/password-resets/{token}',
      summary: 'Choose a new password with the link received',
      tags: ['Session'],
    })
    .input(z.object({ token: z.string().min(20).max(100), password: NewPassword }))
    .output(z.object({ changed: z.literal(true) }))
    .errors({ RESET_LINK_INVALID: { status: 410, message: 'This link is no longer valid. Ask for a new one.' } }),
});
