// One web with hot reload: vite-server.mjs WEB-FOLDER PORT ORIGIN. What isn't the web's own goes to the server at ORIGIN.
import { join } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';

const [folder, port, origin] = process.argv.slice(2);
const target = new URL(origin);

// `*.localhost` isn't resolved everywhere: the connection goes to the loopback address, the name travels in the headers
const rule = {
  target: `http://127.0.0.1:${target.port || 80}`,
  ws: true,
  headers: { host: target.host },
  configure(proxy) {
    const setOrigin = (request) => {
      if (request.getHeader('origin')) request.setHeader('origin', target.origin);
    };
    proxy.on('proxyReq', setOrigin);
    proxy.on('proxyReqWs', setOrigin);
  },
};

const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, join(folder, 'vite.config.ts'));
const proxied = Object.keys(config.server?.proxy ?? {});
const server = await createServer({
  ...config,
  configFile: false,
  clearScreen: false,
  server: { ...config.server, port: Number(port), strictPort: true, proxy: Object.fromEntries(proxied.map((path) => [path, rule])) },
});
await server.listen();
const close = () => void server.close().finally(() => process.exit(0));
process.on('disconnect', close);
process.on('SIGTERM', close);
process.send?.({ type: 'ready' });
