import { createApi } from '../api/client.ts';
import type { Api } from '../api/types.ts';
import { type ProjectFile, readProjectFile } from '../config/project-file.ts';
import { resolveTarget, type Target } from '../config/target.ts';
import { Output } from '../output/output.ts';
import { CliError } from './cli-error.ts';
import type { Flags } from './flags.ts';

/** What a command may use: its flags, the output, and (made when first asked for) the control plane. */
export class Cli {
  readonly env: NodeJS.ProcessEnv;
  readonly flags: Flags;
  readonly out: Output;
  readonly project: ProjectFile;
  #target: Target | undefined;
  #api: Api | undefined;
  #quietApi: Api | undefined;

  constructor(env: NodeJS.ProcessEnv, flags: Flags) {
    this.env = env;
    this.flags = flags;
    this.project = readProjectFile(process.cwd());
    this.out = new Output(env, flags);
  }

  target(): Target {
    this.#target ??= resolveTarget(this.env, this.flags.context, this.project);
    return this.#target;
  }

  /** The signed-in client. @throws SIGNED_OUT before any request where there is no token */
  api(): Api {
    const target = this.target();
    if (!target.token)
      throw new CliError('SIGNED_OUT', `You are not signed in at ${target.url}.`, {
        status: 401,
        hint: 'Run `chat-cli login`, or set CHAT_CLI_TOKEN.',
      });
    this.#api ??= createApi(target, () => this.out.busy(`Asking ${target.url} …`));
    return this.#api;
  }

  /** The same without a line on the terminal at every call: for polling under a display of its own. */
  quietApi(): Api {
    this.api();
    this.#quietApi ??= createApi(this.target());
    return this.#quietApi;
  }

  /** Whether somebody is there to answer a question. */
  canAsk(): boolean {
    const isMuted = this.flags.input === false || Boolean(this.env.CHAT_CLI_NO_INPUT);
    return !isMuted && !this.out.isData && process.stdin.isTTY === true && process.stderr.isTTY === true;
  }
}
