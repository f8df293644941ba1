import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { contactContract } from './contact.contract.ts';
import { listContacts, renameContact } from './contact.service.ts';

export const contactRoutes: Handlers<typeof contactContract, AppContext, Actor> = {
  list: ({ input }) => listContacts(input),
  rename: ({ ctx, input }) => renameContact(ctx, input.id, input.name),
};
