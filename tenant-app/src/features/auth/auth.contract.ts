import { sessionContract } from '@chat-saas/contract';
import { User } from '../users/user.contract.ts';

export const authContract = sessionContract(User, 'agent');
