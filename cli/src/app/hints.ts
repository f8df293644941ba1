/** What to do about a refusal of the server, by its code. */
const HINTS: Record<string, string> = {
  INVALID_INPUT: 'Correct it and try again; --help shows what each option takes.',
  UNAUTHENTICATED: 'Run `chat-cli login`, or set CHAT_CLI_TOKEN.',
  FORBIDDEN: 'Sign in as somebody who may: `chat-cli login`.',
  NOT_FOUND: 'See what there is: `chat-cli tenant list`, `chat-cli operation list`.',
  RATE_LIMITED: 'Wait a moment and try again.',
  TENANT_BUSY: 'See it with `chat-cli operation list --status running`, wait for it with `chat-cli operation watch <id>`.',
  PLAN_CHANGED: 'Look again with --dry-run, then pass the new hash.',
  WRONG_STATE: 'See its state with `chat-cli tenant show <tenant>`.',
  AMBIGUOUS: 'Write more of it; `chat-cli tenant list` shows them.',
  SLUG_TAKEN: 'Choose another with --slug.',
  IDEMPOTENCY_KEY_REUSED: 'Use a new key for a new request.',
  ENGINE_UNAVAILABLE: 'Use --engine simulator, or install Chromium where the control plane runs.',
  CONFIRMATION_WRONG: "Pass the tenant's exact name to --confirm; `chat-cli tenant show <tenant>` prints it.",
  STACK_UNREACHABLE: 'See why with `chat-cli tenant show <tenant>` and `chat-cli tenant logs <tenant>`.',
  NO_INSTANCE: 'Add one with `chat-cli instance create <tenant> --name <name>`.',
  INSTANCE_LIMIT_REACHED: "Change the tenant's plan, or remove a number.",
  ALREADY_LINKED: 'Unlink it first with `chat-cli instance logout`.',
  NOT_A_SIMULATOR: 'Leave --purpose out to make a connect link.',
  OPERATION_FINISHED: 'See how it ended with `chat-cli operation show <id>`.',
  OPERATION_NOT_FAILED: 'See its state with `chat-cli operation show <id>`.',
};

export const hintFor = (code: string): string | undefined => HINTS[code];
