import type { Cli } from './cli.ts';
import { CliError, usageError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/** Mild danger: `--yes`, or a yes on a terminal. @throws USAGE without either, DECLINED on a no */
export async function confirmDanger(cli: Cli, question: string, isYes: boolean | undefined): Promise<void> {
  if (isYes) return;
  if (!cli.canAsk()) throw usageError('This needs your consent, and nobody is here to ask.', 'Pass --yes.');
  const { confirm } = await import('@clack/prompts');
  const answer = await answered(confirm({ message: question, initialValue: false, output: process.stderr }));
  if (!answer) throw declined();
}

/** Data is lost: the tenant's name, by `--confirm` or typed. @throws USAGE, DECLINED when it is another name */
export async function confirmName(cli: Cli, what: string, name: string, given: string | undefined): Promise<string> {
  if (given === undefined && !cli.canAsk())
    throw usageError(`${what} loses data for good, and nobody is here to ask.`, `Pass --confirm ${JSON.stringify(name)}.`);
  const typed = given ?? (await askText(`${what} loses its data for good. Type its name, ${JSON.stringify(name)}, to go on:`));
  if (typed.trim() === name) return typed.trim();
  if (given !== undefined)
    throw new CliError('CONFIRMATION_WRONG', `“${given}” is not the name of this tenant.`, {
      status: 400,
      hint: `Pass --confirm ${JSON.stringify(name)}.`,
    });
  throw declined();
}

/** The value of a flag that is needed: as given, or asked for on a terminal. @throws USAGE naming the flag */
export async function need(cli: Cli, flag: string, given: string | undefined, question: string): Promise<string> {
  if (given !== undefined) return given;
  if (!cli.canAsk()) throw usageError(`${flag} is missing.`, `Pass ${flag}.`);
  return askText(question);
}

/** A secret typed without an echo. */
export async function askSecret(question: string): Promise<string> {
  const { password } = await import('@clack/prompts');
  return answered(password({ message: question, output: process.stderr }));
}

async function askText(message: string): Promise<string> {
  const { text } = await import('@clack/prompts');
  return (await answered(text({ message, output: process.stderr }))) ?? '';
}

/** A prompt never settles when its input ends, and answers Ctrl-C with a symbol. */
async function answered<Answer>(prompt: Promise<Answer>): Promise<Exclude<Answer, symbol>> {
  const ended = new Promise<never>((_, reject) => {
    process.stdin.once('end', () => reject(new CliError('DECLINED', 'The input ended before an answer: nothing was changed.')));
  });
  const answer = await Promise.race([prompt, ended]);
  return typeof answer === 'symbol' ? process.exit(EXIT.interrupted) : (answer as Exclude<Answer, symbol>);
}

const declined = () => new CliError('DECLINED', 'You declined: nothing was changed.');
