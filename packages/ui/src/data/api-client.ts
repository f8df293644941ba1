import { createApiClient as createClient } from '@chat-saas/contract/client';
import type { AnyContractRouter } from '@orpc/contract';

/** The contract's typed client for the page's own origin: `/api/v1`, session cookie, CSRF header. Every failure is a `ProblemError`. */
export function createApiClient<Contract extends AnyContractRouter>(contract: Contract) {
  return createClient(contract, {
    url: `${location.origin}/api/v1`,
    headers: csrfHeaders,
    fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  });
}

/** For requests outside the contract (uploads by form): the double-submitted token of the readable cookie. */
export function csrfHeaders(): Record<string, string> {
  const token = csrfToken(document.cookie);
  return token ? { 'x-csrf-token': token } : {};
}

/** The token in a `document.cookie` string; `__Host-csrf` where TLS is on. */
export function csrfToken(cookies: string): string | null {
  const match = /(?:^|;\s*)(?:__Host-)?csrf=([^;]*)/.exec(cookies);
  return match?.[1] ? decodeURIComponent(match[1]) : null;
}
