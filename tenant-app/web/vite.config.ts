import { tenantContract } from '@chat-saas/tenant-app/contract';
import { webConfig } from '@chat-saas/ui/vite-base';
import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const ROUTES = 'virtual:tenant-routes';

/** Methods and paths of the contract without its schemas: all that the client needs to call the server, without zod in the first page. */
const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : undefined),
  load: (id) => (id === `\0${ROUTES}` ? `export const routes = ${JSON.stringify(minifyContractRouter(tenantContract))}` : undefined),
});

const base = webConfig({ root: import.meta.dirname, port: 5173, proxyTarget: 'http://127.0.0.1:3100', proxyPaths: ['/media'] });

export default { ...base, plugins: [...(base.plugins ?? []), contractRoutes()] };
