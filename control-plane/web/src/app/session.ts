import type { PlatformUser } from '@chat-saas/control-plane/contract';
import { createContext, useContext } from 'react';

export const SessionContext = createContext<PlatformUser | null>(null);

/** Who is signed in. Only below `SessionGate`. */
export function useMe(): PlatformUser {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe is used outside of SessionGate');
  return me;
}
