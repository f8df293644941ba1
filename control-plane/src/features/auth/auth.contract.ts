import { line, procedure, sessionContract } from '@chat-saas/contract';
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

export const authContract = {
  ...sessionContract(PlatformUser, 'owner'),

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
