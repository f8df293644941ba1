import { webConfig } from '../vite-base.ts';

export default webConfig({ root: import.meta.dirname, port: 5190, proxyTarget: 'http://127.0.0.1:3001' });
