import type { Command } from 'commander';
import { Cli } from '../app/cli.ts';
import type { Flags } from '../app/flags.ts';

type Words = (string | undefined)[];
type Handler<Options> = (cli: Cli, words: Words, options: Options) => Promise<void>;

/** Gives a command its work. The code is loaded when it runs, so that a run loads one command's code only. */
export function does<Options>(command: Command, load: () => Promise<Handler<Options>>): Command {
  return command.action(async () => {
    const flags = command.optsWithGlobals<Flags>();
    const words = command.processedArgs as Words;
    const run = await load();
    await run(new Cli(process.env, flags), words, command.opts() as Options);
  });
}
