import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { print } from './harness/line.ts';

const root = new URL('..', import.meta.url).pathname;
const MB = 1024 * 1024;

interface Manifest {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
const manifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where Node finds a package from a folder: the nearest `node_modules` on the way up. */
function resolve(name: string, from: string): string | null {
  for (let folder = from; folder.length >= root.length - 1; folder = join(folder, '..')) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
  }
  return null;
}

/** Every package that a server needs in production, workspaces of our own aside. */
function closure(workspace: string): Set<string> {
  const seen = new Set<string>();
  const visit = (folder: string) => {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = manifest(folder);
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]) {
      const found = name.startsWith('@chat-saas/') ? null : resolve(name, folder);
      const own = name.startsWith('@chat-saas/') ? resolve(name, root) : null;
      if (own && !seen.has(`own:${own}`)) {
        seen.add(`own:${own}`);
        visit(own);
      }
      if (found && !seen.has(found)) {
        seen.add(found);
        visit(found);
      }
    }
  };
  visit(join(root, workspace));
  return new Set([...seen].filter((folder) => !folder.startsWith('own:')));
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesOf(path);
    return sum + (entry.isFile() ? statSync(path).size : 0);
  }, 0);
}

const sets = { 'tenant-app': closure('tenant-app'), 'control-plane': closure('control-plane') };
const total = (folders: Iterable<string>) => [...folders].reduce((sum, folder) => sum + bytesOf(folder), 0) / MB;
for (const [name, folders] of Object.entries(sets))
  print({ bench: 'size', metric: `production node_modules of ${name}`, value: total(folders), unit: 'MB', runs: 1 });
print({
  bench: 'size',
  metric: 'production node_modules of both',
  value: total(new Set([...sets['tenant-app'], ...sets['control-plane']])),
  unit: 'MB',
  aim: '<= 300',
  runs: 1,
});

/** What a browser loads before the first page shows: the entry, what it preloads, and its styles. */
function firstPage(web: string): number {
  const dist = join(root, web, 'web', 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`the web of ${web} is not built: npm run build says why`);
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] ?? '');
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, gzipSync(html).length) / 1024;
}
for (const web of ['tenant-app', 'control-plane'])
  print({ bench: 'size', metric: `first page of the ${web} web`, value: firstPage(web), unit: 'KB gzip', aim: '<= 250', runs: 1 });
