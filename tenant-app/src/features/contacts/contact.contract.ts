import { Id, line, PageInput, pageOf, procedure } from '@chat-saas/contract';
import { z } from 'zod';

export const Contact = z.object({
  id: z.string(),
  /** What the team calls them, else the name they gave themselves, else the number. */
  name: z.string(),
  phone: z.string(),
  profileName: z.string().nullable(),
  conversationId: z.string().nullable(),
  createdAt: z.string(),
  lastMessageAt: z.string().nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const contactContract = {
  list: procedure({ access: 'agent' })
    .route({ method: 'GET', path: '/contacts', summary: 'People who wrote or were written to', tags: ['Contacts'] })
    .input(PageInput.extend({ q: z.string().max(80).optional() }))
    .output(pageOf(Contact)),
  rename: procedure({ access: 'agent' })
    .route({ method: 'PUT', path: '/contacts/{id}', summary: 'Give a contact a name', tags: ['Contacts'] })
    .input(z.object({ id: Id, name: line(80) }))
    .output(Contact),
};
