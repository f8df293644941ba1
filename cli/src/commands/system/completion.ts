import type { Cli } from '../../app/cli.ts';
import { usageError } from '../../app/cli-error.ts';

const SCRIPTS = {
  bash: `# chat-cli: completion for bash. Install: chat-cli completion bash > ~/.local/share/bash-completion/completions/chat-cli
_chat_cli() {
  local IFS=$'\\n'
  COMPREPLY=($(chat-cli __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1))
}
complete -F _chat_cli chat-cli`,
  zsh: `#compdef chat-cli
# chat-cli: completion for zsh. Install: chat-cli completion zsh > "\${fpath[1]}/_chat-cli"
_chat_cli() {
  local line
  local -a found
  for line in "\${(@f)$(chat-cli __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  _describe 'chat-cli' found
}
if [ "$funcstack[1]" = "_chat_cli" ]; then _chat_cli "$@"; else compdef _chat_cli chat-cli; fi`,
  fish: `# chat-cli: completion for fish. Install: chat-cli completion fish > ~/.config/fish/completions/chat-cli.fish
function __chat_cli
  set -l words (commandline -opc) (commandline -ct)
  chat-cli __complete -- $words[2..-1] 2>/dev/null
end
complete -c chat-cli -f -a '(__chat_cli)'`,
} as const;

/** Prints the completion script of a shell. */
export async function printCompletion(cli: Cli, [shell = '']: (string | undefined)[]): Promise<void> {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell as keyof typeof SCRIPTS] : undefined;
  if (!script) throw usageError(`There is no completion for “${shell}”.`, `There is for: ${Object.keys(SCRIPTS).join(', ')}.`);
  cli.out.print(script);
}
