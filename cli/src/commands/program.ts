import { Command } from 'commander';
import { VERSION } from '../app/version.ts';
import { addConnectLinkCommands } from './connect-link/connect-link.commands.ts';
import { addContextCommands } from './context/context.commands.ts';
import { addInstanceCommands } from './instance/instance.commands.ts';
import { addOperationCommands } from './operation/operation.commands.ts';
import { addSessionCommands } from './session/session.commands.ts';
import { addSystemCommands } from './system/system.commands.ts';
import { addTenantCommands } from './tenant/tenant.commands.ts';

/** Every command with its options; none of their code. */
export function buildProgram(env: NodeJS.ProcessEnv): Command {
  const program = new Command('chat-cli')
    .description('Create, watch and run tenants from a terminal.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ showGlobalOptions: true, helpWidth: process.stdout.columns || 100 })
    .configureOutput({ outputError: () => {}, getOutHasColors: () => !env.NO_COLOR && process.stdout.isTTY === true })
    .exitOverride()
    .option('--context <context>', 'the saved control plane to speak to')
    .option('--no-color', 'print without colours')
    .option('--no-input', 'never ask, even on a terminal');
  addTenantCommands(program);
  addInstanceCommands(program);
  addConnectLinkCommands(program);
  addOperationCommands(program);
  addSessionCommands(program);
  addContextCommands(program);
  addSystemCommands(program);
  return program;
}

/** The command that a command line means, as far as it can be told: `chat-cli tenant create`. */
export function commandPath(program: Command, args: string[]): string {
  const names = [program.name()];
  let command = program;
  for (const arg of args) {
    const child = command.commands.find((each) => each.name() === arg);
    if (!child) continue;
    names.push(child.name());
    command = child;
  }
  return names.join(' ');
}
