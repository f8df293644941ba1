import { join } from 'node:path';
import { UserFailure } from './failure.mjs';
import { root } from './paths.mjs';
import { pidFileIn, startChild } from './processes.mjs';

export const devPorts = { 'tenant-app': 5173, 'control-plane': 5174 };

/**
 * Starts the hot-reloading web servers in front of the running ones.
 * @param dev `{ tenantOrigin, panelOrigin }` of the control plane's ready message
 */
export async function startDevWebs(report, { node, data, dev, env }) {
  const origins = { 'tenant-app': dev?.tenantOrigin, 'control-plane': dev?.panelOrigin };
  const servers = [];
  for (const [app, port] of Object.entries(devPorts)) {
    if (!origins[app]) throw new UserFailure(`The control plane didn't say where ${app} answers.`);
    await report.step(`Web of ${app}, port ${port}`, async () => {
      const args = [join(root, 'scripts', 'dev', 'vite-server.mjs'), join(root, app, 'web'), String(port), origins[app]];
      const server = await startChild(node, args, { cwd: root, env, pidFile: pidFileIn(data.runDir, `web-${app}`), ipc: true, echo: true });
      await untilReady(server, app);
      servers.push(server);
    });
  }
  return {
    rows: [
      { label: 'Tenant web (dev)', value: `http://localhost:${devPorts['tenant-app']}` },
      { label: 'Panel web (dev)', value: `http://localhost:${devPorts['control-plane']}` },
    ],
    stop: () => Promise.all(servers.map((server) => server.stop(2_000))),
  };
}

function untilReady({ child, exited }, app) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    exited.then(() => reject(new UserFailure(`The hot-reloading web of ${app} could not start.`)));
  });
}
