import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { modulesDir, root } from './paths.mjs';
import { mustRun } from './run.mjs';
import { hashFiles, listFiles, readStamp, writeStamp } from './stamp.mjs';

export const webs = ['tenant-app', 'control-plane'];

/** Builds each web whose sources, or what it shares with others, changed since its last build. */
export async function buildWebs(node, doing, { force = false } = {}) {
  const stale = webs.filter((app) => existsSync(join(root, app, 'web', 'vite.config.ts'))).filter((app) => force || isStale(app));
  for (const app of stale) {
    doing(`building the web of ${app}`);
    const cwd = join(root, app, 'web');
    const hash = sourceHash(app);
    const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' };
    await mustRun(
      `The web of ${app} could not be built.`,
      node,
      [join(modulesDir, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      { cwd, env },
    );
    writeStamp(stampFile(app), hash);
  }
  return { detail: stale.length ? `built ${stale.join(', ')}` : 'up to date' };
}

function stampFile(app) {
  return join(root, app, 'web', 'dist', '.stamp');
}

function isStale(app) {
  return readStamp(stampFile(app)) !== sourceHash(app);
}

function sourceHash(app) {
  const shared = [
    'packages/ui',
    'packages/brand',
    'packages/contract',
    'package-lock.json',
    'tsconfig.base.json',
    'tsconfig.web.json',
    `${app}/web`,
  ];
  const files = listFiles(shared.map((place) => join(root, place)));
  const contracts = listFiles(webs.map((name) => join(root, name, 'src'))).filter((file) => file.endsWith('contract.ts'));
  return hashFiles([...files, ...contracts], root);
}
