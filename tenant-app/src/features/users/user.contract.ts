import { Email, Id, line, Phone, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const Role = z.enum(['admin', 'agent']);

export const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: Role,
  /** True until the first own password was chosen. */
  mustChangePassword: z.boolean(),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
});
export type User = z.infer<typeof User>;

const LAST_ADMIN = { status: 409, message: 'Someone has to remain administrator.' } as const;

export const userContract = {
  list: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/users', summary: 'List the team', tags: ['Team'] })
    .output(z.object({ items: z.array(User), maxAgents: z.number().nullable() })),
  create: procedure({ access: 'admin' })
    .route({
      method: 'POST',
      path: '/users',
      summary: 'Add a person; answers with a one-time password',
      tags: ['Team'],
      successStatus: 201,
    })
    .input(z.object({ name: line(80), email: Email, role: Role.default('agent'), phone: Phone.nullable().default(null) }))
    .output(z.object({ user: User, password: z.string() }))
    .errors({
      EMAIL_TAKEN: { status: 409, message: 'Somebody here already uses this e-mail.' },
      AGENT_LIMIT_REACHED: { status: 409, message: 'The plan allows no more people.' },
    }),
  update: procedure({ access: 'admin' })
    .route({ method: 'PUT', path: '/users/{id}', summary: 'Change name, phone or role', tags: ['Team'] })
    .input(z.object({ id: Id, name: line(80), role: Role, phone: Phone.nullable().default(null) }))
    .output(User)
    .errors({ LAST_ADMIN }),
  remove: procedure({ access: 'admin' })
    .route({ method: 'DELETE', path: '/users/{id}', summary: 'Remove a person and end their sessions', tags: ['Team'] })
    .input(z.object({ id: Id }))
    .output(z.object({ removed: z.literal(true) }))
    .errors({ LAST_ADMIN }),
  resetPassword: procedure({ access: 'admin' })
    .route({ method: 'POST', path: '/users/{id}/password', summary: 'Give a person a new one-time password', tags: ['Team'] })
    .input(z.object({ id: Id }))
    .output(z.object({ password: z.string() })),
};
