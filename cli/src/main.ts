import { CommanderError } from 'commander';
import { usageError } from './app/cli-error.ts';
import { EXIT } from './app/exit-code.ts';
import { listenForInterrupt } from './app/interrupt.ts';
import { reportError } from './app/report-error.ts';
import { buildProgram, commandPath } from './commands/program.ts';
import { colorsFor, wantsColor } from './output/style.ts';

/** Runs one command line; answers the exit code. */
export async function main(args: string[]): Promise<number> {
  listenForInterrupt();
  process.stdout.on('error', endQuietly);
  const program = buildProgram(process.env);
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    const isData = args.some((arg) => /^--(nd)?json(=|$)/.test(arg));
    const colors = colorsFor(wantsColor(process.env, process.stderr.isTTY === true, !args.includes('--no-color')));
    if (!(error instanceof CommanderError)) return reportError(error, isData ? 'problem' : 'text', colors);
    if (error.exitCode === 0) return EXIT.ok;
    if (error.code === 'commander.help') return args.length === 0 ? EXIT.ok : EXIT.usage;
    const what = error.message.replace(/^error: /, '').replace(/\n\((.*)\)$/s, '. $1');
    const usage = usageError(
      `${what.charAt(0).toUpperCase()}${what.slice(1)}${/[.?!]$/.test(what) ? '' : '.'}`,
      `See \`${commandPath(program, args)} --help\`.`,
    );
    return reportError(usage, isData ? 'problem' : 'text', colors);
  }
}

/** The reader went away, as in `chat-cli tenant list | head -1`. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
}
