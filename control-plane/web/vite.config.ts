import { platformContract } from '@chat-saas/control-plane/contract';
import { webConfig } from '@chat-saas/ui/vite-base';
import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const ROUTES = 'virtual:platform-routes';

/** Methods and paths of the contract without its schemas: all that the client needs to call the server, without zod in the first page. */
const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  resolveId: (id) => (id === ROUTES ? `\0${ROUTES}` : undefined),
  load: (id) => (id === `\0${ROUTES}` ? `export const routes = ${JSON.stringify(minifyContractRouter(platformContract))}` : undefined),
});

const base = webConfig({ root: import.meta.dirname, port: 5174, proxyTarget: 'http://localhost:3001' });

export default { ...base, plugins: [...(base.plugins ?? []), contractRoutes()] };
