import { routes } from 'virtual:platform-routes';
import { createApiClient } from '@chat-saas/ui/data/api-client.ts';
import { createQueryUtils } from '@chat-saas/ui/data/query-utils.ts';

export const api = createApiClient(routes);
/** TanStack Query options of every procedure. */
export const orpc = createQueryUtils(api);
