// `npm run build [-- --force]`: builds the webs that changed; --force builds all.
import { printFailure } from './setup/failure.mjs';
import { withLock } from './setup/lock.mjs';
import { expectUsableMachine, prepareTools } from './setup/prepare.mjs';
import { createReport } from './setup/report.mjs';
import { buildWebs } from './setup/webs.mjs';

const report = createReport();

async function main() {
  expectUsableMachine();
  const node = await prepareTools(report);
  await report.step('Webs', (doing) => withLock('webs', () => buildWebs(node, doing, { force: process.argv.includes('--force') })));
}

main().catch((error) => {
  report.pause();
  printFailure(error);
  process.exit(1);
});
