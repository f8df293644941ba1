import { createApiClient, ProblemError } from '@chat-saas/contract/client';
import { problem } from '@chat-saas/server/problem';
import { tenantContract } from '@chat-saas/tenant-app/contract';
import type { AppContext } from '../../app/context.ts';
import { fetchOver } from './stack-fetch.ts';

interface Tenant {
  _id: string;
  secrets: { platform: string | null };
}

/** The typed client of a tenant's app, as the platform, over the stack's own socket. */
export function stackClient(ctx: AppContext, tenant: Tenant) {
  const token = tenant.secrets.platform ? ctx.sealer.open(tenant.secrets.platform, `${tenant._id}.platform`) : '';
  return createApiClient(tenantContract, {
    url: 'http://stack/api/v1',
    headers: () => ({ authorization: `Bearer ${token}` }),
    fetch: fetchOver(ctx.stacks.socketOf(tenant._id)),
  });
}
export type StackClient = ReturnType<typeof stackClient>;

/** Asks a stack something; its refusals pass through with their own code and status. @throws STACK_UNREACHABLE */
export async function askStack<Answer>(ctx: AppContext, tenant: Tenant, ask: (client: StackClient) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(stackClient(ctx, tenant));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, status, detail, params, errors } = error.problem;
    if (code === 'UNREACHABLE' || status === 401)
      // a stack that doesn't know its platform isn't the caller's sign-in
      throw problem('STACK_UNREACHABLE', {
        status: 503,
        detail: 'The tenant’s stack does not answer. Is it suspended or still starting?',
        cause: error,
      });
    if (status >= 500) ctx.log.error({ err: error, tenantId: tenant._id }, 'a stack answered with an error');
    throw problem(code, { status, detail, cause: error, ...(params ? { params } : {}), ...(errors ? { errors } : {}) });
  }
}
