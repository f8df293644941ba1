import { createHash } from 'node:crypto';
import type { Preview } from '../api/types.ts';
import type { Cli } from '../app/cli.ts';
import { CliError } from '../app/cli-error.ts';
import type { ChangeFlags } from '../app/flags.ts';
import { plain, words } from '../output/style.ts';
import { SHAPES } from './shapes.ts';

/** What a verb would do, as far as this program can tell; the server previews operations itself. */
export interface LocalPlan {
  kind: string;
  tenant: string;
  steps: string[];
  /** What was seen; another plan hash once it differs. */
  world: unknown;
}

/** Prints what would happen and how to do just that. */
export async function printPreview(cli: Cli, preview: Omit<Preview, 'kind'> & { kind: string }, hashFlag = '--plan'): Promise<void> {
  const print = cli.out.answer(SHAPES.preview);
  const { kind, tenant, steps, hash } = preview;
  await print({ preview }, () =>
    [
      `Would ${words(kind).toLowerCase()} ${plain(tenant)}; nothing was changed:`,
      ...steps.map((step, i) => `  ${i + 1}. ${plain(words(step))}`),
      `To do exactly this, repeat the command with ${hashFlag} ${hash} in place of --dry-run.`,
    ].join('\n'),
  );
}

/**
 * For verbs that the server doesn't preview: with `--dry-run` prints the plan and answers false; with a plan's hash refuses
 * when the world has changed since. True: go on.
 * @throws PLAN_CHANGED
 */
export async function mayGoOn(cli: Cli, flags: ChangeFlags, look: () => LocalPlan | Promise<LocalPlan>): Promise<boolean> {
  if (!flags.dryRun && !flags.planHash) return true;
  const { world, ...plan } = await look();
  const hash = createHash('sha256')
    .update(JSON.stringify([plan, world]))
    .digest('hex')
    .slice(0, 32);
  if (flags.dryRun) {
    await printPreview(cli, { ...plan, hash });
    return false;
  }
  if (flags.planHash === hash) return true;
  throw new CliError('PLAN_CHANGED', 'What would happen has changed since the preview.', {
    status: 409,
    hint: 'Look again with --dry-run, then pass the new hash.',
  });
}
