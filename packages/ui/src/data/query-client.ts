import { ProblemError } from '@chat-saas/contract/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { notifyProblem } from '../components/toasts.tsx';
import { wasShown } from './shown-errors.ts';

interface QueryClientOptions {
  /** The session is over: go to the sign-in page. */
  onUnauthenticated: (error: ProblemError) => void;
}

/**
 * Queries that fail for the network's or the server's sake are asked again twice, refusals never. A failed mutation that no form, dialog or
 * own `onError` has shown becomes a toast; `meta: { quiet: true }` keeps it silent.
 */
export function makeQueryClient({ onUnauthenticated }: QueryClientOptions): QueryClient {
  const signOut = (error: Error) => {
    const over = error instanceof ProblemError && error.problem.code === 'UNAUTHENTICATED';
    if (over) onUnauthenticated(error);
    return over;
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: signOut }),
    mutationCache: new MutationCache({
      onError: (error, _input, _result, mutation) => {
        if (signOut(error) || mutation.meta?.quiet) return;
        // whoever awaits the mutation shows the error first, beside the thing
        setTimeout(() => {
          if (!wasShown(error)) notifyProblem(error);
        });
      },
    }),
    defaultOptions: { queries: { retry: mayHelpToRetry, staleTime: 15_000, refetchOnWindowFocus: true }, mutations: { retry: false } },
  });
}

/** Up to two more tries, unless the server understood and refused. */
export function mayHelpToRetry(failures: number, error: Error): boolean {
  const status = error instanceof ProblemError ? error.problem.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}
