import { onShutdown, runMain } from '@chat-saas/server/lifecycle';
import { readConfig } from './app/config.ts';
import { prepareFirstTenant, prepareOwner } from './app/first-start.ts';
import { step, tell } from './app/launcher.ts';
import { createServer } from './app/server.ts';
import { forgetFirstPassword } from './features/auth/auth.service.ts';

process.umask(0o077); // ours and what our children write is for nobody else, whatever its maker asks for

await runMain(async () => {
  const config = readConfig();
  const server = await createServer(config);
  onShutdown(server.ctx.log, server.stop);
  await step('Control plane', async () => {
    await server.start();
    return { detail: config.PUBLIC_URL };
  });
  const rows = await prepareOwner(server.ctx);
  const tenant = config.FIRST_TENANT ? await prepareFirstTenant(server.ctx) : { rows: [], origin: null };
  server.ctx.log.info({ port: config.PORT }, 'ready');
  tell({
    type: 'ready',
    table: [...rows, ...tenant.rows],
    dev: { tenantOrigin: tenant.origin ?? config.PUBLIC_URL, panelOrigin: config.PUBLIC_URL },
  });
  await forgetFirstPassword();
});
