import { notifyProblem } from '@chat-saas/ui/components/toasts.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { api } from './api.ts';
import { SIGN_IN } from './paths.ts';

/** Ends the session on the server, forgets everything that was loaded, and shows the sign-in page. */
export function useSignOut(): () => void {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useCallback(() => {
    const signOut = async () => {
      await api.auth.signOut();
      await navigate(SIGN_IN, { replace: true });
      queryClient.clear();
    };
    signOut().catch(notifyProblem);
  }, [navigate, queryClient]);
}
