import { platformContract } from '@chat-saas/control-plane/contract';
import { contractRoutes, webConfig } from '@chat-saas/ui/vite-base';

const base = webConfig({ root: import.meta.dirname, port: 5174, proxyTarget: 'http://localhost:3001' });

export default { ...base, plugins: [...(base.plugins ?? []), contractRoutes('virtual:platform-routes', platformContract)] };
