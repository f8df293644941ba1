import { Email, line, NewPassword, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const PlatformUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['owner']),
  mustChangePassword: z.boolean(),
  createdAt: z.string(),
});
export type PlatformUser = z.infer<typeof PlatformUser>;

const SignedIn = z.object({
  user: PlatformUser,
  /** Present only when `session` was `bearer`. */
  token: z.string().nullable(),
});

export const authContract = {
  signIn: procedure({ access: 'public', perMinute: 20 })
    .route({ method: 'POST', path: '/auth/login', summary: 'Sign in', tags: ['Session'] })
    .input(
      z.object({
        email: z.string().trim().toLowerCase().min(1).max(254),
        password: z.string().min(1).max(200),
        session: z.enum(['cookie', 'bearer']).default('cookie'),
      }),
    )
    .output(SignedIn)
    .errors({
      CREDENTIALS_INVALID: { status: 401, message: 'E-mail or password is wrong.' },
      SIGN_IN_LOCKED: { status: 429, message: 'Too many wrong attempts. Try again later.' },
    }),
  signOut: procedure({ access: 'owner' })
    .route({ method: 'DELETE', path: '/auth/session', summary: 'Sign out', tags: ['Session'] })
    .output(z.object({ signedOut: z.literal(true) })),
  me: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/me', summary: 'Who is signed in', tags: ['Session'] })
    .output(PlatformUser),
  changePassword: procedure({ access: 'owner', perMinute: 10 })
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
    .errors({ MAIL_NOT_CONFIGURED: { status: 503, message: 'This installation sends no e-mail yet. Set SMTP_URL.' } }),
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

  /** Browser approval for the CLI. @see RFC 8628 */
  startDevice: procedure({ access: 'public', perMinute: 10 })
    .route({
      method: 'POST',
      path: '/auth/devices',
      summary: 'Ask for a sign-in to be approved in the browser',
      tags: ['Session'],
      successStatus: 201,
    })
    .input(z.object({ name: line(80) }))
    .output(
      z.object({
        deviceCode: z.string(),
        userCode: z.string(),
        verificationUrl: z.url(),
        expiresAt: z.string(),
        intervalSeconds: z.number(),
      }),
    ),
  pollDevice: procedure({ access: 'public', perMinute: 60 })
    .route({ method: 'POST', path: '/auth/devices/token', summary: 'Fetch the token once it is approved', tags: ['Session'] })
    .input(z.object({ deviceCode: z.string().min(20).max(100) }))
    .output(z.object({ status: z.enum(['pending', 'approved', 'denied', 'expired']), token: z.string().nullable() })),
  findDevice: procedure({ access: 'owner' })
    .route({ method: 'GET', path: '/auth/devices/{userCode}', summary: 'Who asks for approval', tags: ['Session'] })
    .input(z.object({ userCode: z.string().min(4).max(20) }))
    .output(z.object({ userCode: z.string(), name: z.string(), ip: z.string(), createdAt: z.string() })),
  decideDevice: procedure({ access: 'owner' })
    .route({ method: 'PUT', path: '/auth/devices/{userCode}', summary: 'Approve or deny', tags: ['Session'] })
    .input(z.object({ userCode: z.string().min(4).max(20), approve: z.boolean() }))
    .output(z.object({ approved: z.boolean() })),
};
