import { onShutdown, runMain } from '@chat-saas/server/lifecycle';
import { readConfig } from './app/config.ts';
import { createServer } from './app/server.ts';

await runMain(async () => {
  const server = createServer(readConfig());
  onShutdown(server.ctx.log, server.stop);
  await server.start();
  server.ctx.log.info({ listen: server.ctx.config.LISTEN }, 'ready');
  process.send?.({ type: 'ready' });
});
