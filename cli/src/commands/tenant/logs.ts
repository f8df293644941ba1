import { setTimeout as sleep } from 'node:timers/promises';
import type { Cli } from '../../app/cli.ts';
import { usageError } from '../../app/cli-error.ts';
import { onInterruptSay } from '../../app/interrupt.ts';
import { plain } from '../../output/style.ts';
import { tenantRef } from './tenant-ref.ts';

const POLL_MS = 1000;

interface Options {
  id?: string;
  part: 'app' | 'redis';
  tail: number;
  follow?: boolean;
}

/** Prints the latest lines of a stack's logs; with `--follow` goes on until Ctrl-C. */
export async function showLogs(cli: Cli, [word]: (string | undefined)[], options: Options): Promise<void> {
  if (options.follow && cli.out.mode === 'json') throw usageError('--follow never ends, so it cannot print one object.', 'Use --ndjson.');
  const print = cli.out.answer({ members: { lines: [] } });
  const id = tenantRef(word, options.id);
  const { part, tail } = options;
  let page = await cli.api().tenants.logs({ id, part, tail });
  if (cli.out.mode === 'json') return print({ lines: page.lines, nextCursor: page.nextCursor }, () => '');
  printLines(cli, page.lines);
  if (page.lines.length === 0 && !options.follow) cli.out.note('The log is empty.');
  if (!options.follow) return;
  onInterruptSay('No longer following.');
  for (;;) {
    await sleep(POLL_MS);
    page = await cli.quietApi().tenants.logs({ id, part, tail: 1000, cursor: page.nextCursor });
    printLines(cli, page.lines);
  }
}

function printLines(cli: Cli, lines: string[]): void {
  for (const line of lines) {
    if (cli.out.isData) cli.out.event('line', { line });
    else cli.out.print(plain(line) || ' ');
  }
}
