import type { User } from '@chat-saas/tenant-app/contract';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<User | null>(null);

/** Who is signed in. Only below `SessionGate`. */
export function useMe(): User {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe is used outside of SessionGate');
  return me;
}

export const useIsAdmin = (): boolean => useMe().role === 'admin';
