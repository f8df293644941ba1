// Writes .env.example from both servers' configuration; `--check` only says whether it is up to date. Needs Node 24.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeConfig } from '@chat-saas/server/config';
import { configSchema as controlPlane } from '../control-plane/src/app/config.ts';
import { configSchema as tenantApp } from '../tenant-app/src/app/config.ts';
import { root } from './setup/paths.mjs';

const file = join(root, '.env.example');
const head =
  '# Every variable of both servers. `npm start` needs none of them. NAME_FILE=/path holds a secret in a file.\n# Made by `node scripts/env-example.mjs`.';
const sections = [
  ['The control plane', controlPlane],
  ['A tenant’s app: the control plane sets these for each stack', tenantApp],
];
const wanted = `${[head, ...sections.map(([title, schema]) => `## ${title}\n${describeConfig(schema)}`)].join('\n\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
  console.error('.env.example is stale: run `node scripts/env-example.mjs`.');
  process.exitCode = 1;
}
