import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApi } from '../../api/client.ts';
import type { Api } from '../../api/types.ts';
import { ENGINES, OPERATION_STATUSES, PLANS, TENANT_FILTERS } from '../../api/values.ts';
import type { Cli } from '../../app/cli.ts';
import { readConfig } from '../../config/config-file.ts';
import { cacheFolder, configPath } from '../../config/paths.ts';

type Candidate = [value: string, description: string];
const CACHE_MS = 15_000;
const ASK_MS = 1500;

const FIXED: Record<string, readonly string[]> = {
  plan: PLANS,
  engine: ENGINES,
  filter: TENANT_FILTERS,
  status: OPERATION_STATUSES,
  part: ['app', 'redis'],
  purpose: ['connect', 'phone'],
  shell: ['bash', 'zsh', 'fish'],
};

/** Values for a placeholder such as `<tenant>`; `words` are the arguments before it. Empty when they can't be known in time. */
export async function candidates(cli: Cli, placeholder: string, words: string[]): Promise<Candidate[]> {
  const fixed = FIXED[placeholder];
  if (fixed) return fixed.map((value) => [value, '']);
  try {
    if (placeholder === 'context') return Object.entries(readConfig(configPath(cli.env)).contexts).map(([name, { url }]) => [name, url]);
    return await remembered(cli, placeholder, words);
  } catch {
    return []; // completion is silent: the command itself will say what is wrong
  }
}

const SOURCES: Record<string, (api: Api, words: string[]) => Promise<Candidate[]>> = {
  tenant: async (api) => (await api.tenants.list({ limit: 100 })).items.map(({ slug, name, status }) => [slug, `${name} (${status})`]),
  operation: async (api) =>
    (await api.operations.list({ limit: 30 })).items.map(({ id, kind, tenantName, status }) => [id, `${kind} ${tenantName} (${status})`]),
  instance: async (api, [tenantId = '']) =>
    (await api.instances.list({ tenantId })).items.map(({ id, name, state }) => [id, `${name} (${state})`]),
  link: async (api, [tenantId = '']) =>
    (await api.instances.listConnectLinks({ tenantId })).items
      .filter(({ revokedAt }) => !revokedAt)
      .map(({ id, purpose }) => [id, purpose]),
};

async function remembered(cli: Cli, placeholder: string, words: string[]): Promise<Candidate[]> {
  const ask = SOURCES[placeholder];
  const target = cli.target();
  if (!ask || !target.token) return [];
  const key = createHash('sha256')
    .update(JSON.stringify([target.url, target.token, placeholder, words]))
    .digest('hex')
    .slice(0, 24);
  const path = join(cacheFolder(cli.env), 'completion', `${key}.json`);
  const kept = readKept(path);
  if (kept) return kept;
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), ASK_MS).unref());
  const fresh = await Promise.race([ask(createApi(target), words), late]);
  mkdirSync(join(cacheFolder(cli.env), 'completion'), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.${process.pid}`, JSON.stringify({ at: Date.now(), fresh }), { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
  return fresh;
}

function readKept(path: string): Candidate[] | null {
  try {
    const { at, fresh } = JSON.parse(readFileSync(path, 'utf8')) as { at: number; fresh: Candidate[] };
    return Date.now() - at < CACHE_MS && Date.now() >= at ? fresh : null;
  } catch {
    return null; // nothing kept yet
  }
}
