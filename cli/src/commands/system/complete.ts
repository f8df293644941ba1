import type { Command, Option } from 'commander';
import type { Cli } from '../../app/cli.ts';
import { candidates } from './complete.candidates.ts';

/** Prints what could stand where the cursor is, one `value<TAB>description` a line. Never fails: a wrong guess is no news. */
export async function complete(cli: Cli, program: Command, words: string[]): Promise<void> {
  const typed = words.at(-1) ?? '';
  const found = await guess(cli, program, words.slice(0, -1), typed);
  for (const [value, description] of found) if (value.startsWith(typed)) cli.out.print(`${value}\t${description.replace(/\s+/g, ' ')}`);
}

type Candidate = [value: string, description: string];

async function guess(cli: Cli, program: Command, before: string[], typed: string): Promise<Candidate[]> {
  const { command, rest, flags } = locate(program, before);
  const pending = optionNamed(command, flags.at(-1));
  if (pending && takesValue(pending) && before.at(-1) === flags.at(-1)) return candidates(cli, placeholderOf(pending.flags), rest);
  if (typed.startsWith('-')) return optionsOf(command).map((option) => [option.long ?? option.flags, option.description]);
  if (command.commands.length > 0)
    return command.commands.filter((each) => !each.name().startsWith('__')).map((each) => [each.name(), each.description()]);
  const argument = command.registeredArguments[rest.length];
  return argument ? candidates(cli, argument.name(), rest) : [];
}

/** The command that the words lead to, the words that are its arguments, and the flags among them. */
function locate(program: Command, words: string[]) {
  let command = program;
  const rest: string[] = [];
  const flags: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word.startsWith('-')) {
      flags.push(word);
      const option = optionNamed(command, word);
      if (option && takesValue(option) && i + 1 < words.length) i++;
      continue;
    }
    const child = command.commands.find((each) => each.name() === word);
    if (child) command = child;
    else rest.push(word);
  }
  return { command, rest, flags };
}

function optionsOf(command: Command): Option[] {
  const inherited = command.parent ? optionsOf(command.parent) : [];
  return [...command.options, ...inherited].filter((option) => !option.hidden);
}

const optionNamed = (command: Command, flag: string | undefined) =>
  optionsOf(command).find(({ long, short }) => flag && (flag === long || flag === short));
const takesValue = (option: Option) => option.required;
const placeholderOf = (flags: string) => /<([\w-]+)>/.exec(flags)?.[1] ?? '';
