import { tenantContract } from '@chat-saas/tenant-app/contract';
import { contractRoutes, webConfig } from '@chat-saas/ui/vite-base';

const base = webConfig({ root: import.meta.dirname, port: 5173, proxyTarget: 'http://127.0.0.1:3100', proxyPaths: ['/media'] });

export default { ...base, plugins: [...(base.plugins ?? []), contractRoutes('virtual:tenant-routes', tenantContract)] };
