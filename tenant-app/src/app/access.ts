import type { Access } from '@chat-saas/contract';
import type { Actor } from './context.ts';

const RANK: Record<Actor['role'], number> = { agent: 1, admin: 2, platform: 3 };

/** Whether the actor's role is enough for what a procedure asks: agent < admin < platform. */
export function reaches(actor: Actor, access: Access): boolean {
  if (access === 'public') return true;
  return access !== 'owner' && RANK[actor.role] >= RANK[access];
}
