import { ensureChromium } from './chromium.mjs';
import { chooseEngine } from './database.mjs';
import { UserFailure } from './failure.mjs';
import { withLock } from './lock.mjs';
import { ensureNode24 } from './node24.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRedis } from './redis.mjs';
import { buildWebs } from './webs.mjs';

/** Ends at once, with a sentence, on a machine that can't run this at all. */
export function expectUsableMachine() {
  if (process.platform === 'win32') throw new UserFailure('Windows needs WSL 2: run `wsl --install`, then start this inside it.');
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new UserFailure(`Node 20 or newer is needed to begin (this is v${process.versions.node}).`);
}

/**
 * Makes the machine ready, what is independent side by side.
 * Gives `{ node, engine, redis, chromium }`: paths of programs, chromium null where it can't be had.
 */
export async function prepare(report, { madeWith = null, withWebs = true } = {}) {
  const tools = async () => {
    const node = await prepareTools(report);
    if (withWebs) await report.step('Webs', (doing) => withLock('webs', () => buildWebs(node, doing)));
    return node;
  };
  const services = async () => {
    const [redis, chromium, engine] = await allOrFirstFailure([
      report.step('Redis', ensureRedis),
      report.step('Chromium', ensureChromium),
      report.step('Database engine', (doing) => withLock('engine', () => chooseEngine(madeWith, doing))),
    ]);
    return { redis, chromium, engine };
  };
  const [node, found] = await allOrFirstFailure([tools(), services()]);
  return { node, ...found };
}

/** Waits for all, so that nothing goes on in the background, then throws the first failure. */
async function allOrFirstFailure(promises) {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.map((result) => result.value);
}

/** Packages and Node 24 only: what the checks need. Gives the path of Node. */
export async function prepareTools(report) {
  await report.step('Packages', (doing) => withLock('packages', () => ensurePackages(doing)));
  return report.step('Node 24', (doing) => withLock('node', () => ensureNode24(doing)));
}
