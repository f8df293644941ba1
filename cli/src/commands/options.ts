import { type Command, InvalidArgumentError, Option } from 'commander';
import { PLANS } from '../api/values.ts';
import { usageError } from '../app/cli-error.ts';

/** A value out of a closed set. @throws USAGE naming the set */
export const oneOf =
  <Value extends string>(what: string, values: readonly Value[]) =>
  (given: string): Value => {
    const found = values.find((value) => value === given);
    if (found) return found;
    throw usageError(`There is no ${what} “${given}”.`, `Valid: ${values.join(', ')}.`);
  };

/** `--plan`: a plan on offer, or the hash that `--dry-run` printed. @throws USAGE naming the plans */
export function planOrHash(given: string, before: { plan?: string; hash?: string } = {}) {
  if (PLANS.some((plan) => plan === given)) return { ...before, plan: given };
  if (/^(?=.*\d)[\w-]{12,64}$/.test(given)) return { ...before, hash: given };
  throw usageError(`There is no plan “${given}”.`, `Valid plans: ${PLANS.join(', ')}.`);
}

export function wholeNumber(given: string): number {
  if (!/^\d{1,6}$/.test(given) || given === '0') throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(given);
}

/** How the answer is printed; every command has these. */
export const withOutput = (command: Command): Command =>
  command
    .optionsGroup('Output:')
    .option('--json [fields]', 'print one JSON object; name fields to pick them, as in --json id,name')
    .option('--ndjson', 'print one JSON object a line: events while it works, then the result')
    .optionsGroup('Options:');

/** For verbs that change something. */
export const withChange = (command: Command, hashFlags = '--plan, --plan-hash <hash>'): Command =>
  withOutput(command)
    .optionsGroup('Safety:')
    .option('--dry-run', 'print what would happen and its hash; change nothing')
    .addOption(new Option(hashFlags, 'go on only if it would still do what the preview with this hash said'))
    .option('--idempotency-key <key>', 'the same key never does it twice')
    .optionsGroup('Options:');

/** For verbs that start an operation. */
export const withWait = (command: Command): Command =>
  command
    .optionsGroup('Waiting:')
    .option('--wait', 'follow the operation to its end (the default)')
    .option('--no-wait', 'print the operation and return at once')
    .option('--timeout <duration>', 'the longest to wait, as in 90s or 10m (15m)')
    .optionsGroup('Options:');

export const withPage = (command: Command): Command =>
  command
    .option('--limit <n>', 'how many at most, 1 to 100 (30)', wholeNumber)
    .option('--cursor <cursor>', 'go on where the last page ended');
