import { type Colors, plain } from '../output/style.ts';
import { ApiError, CliError } from './cli-error.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { hintFor } from './hints.ts';

interface Report {
  status: number;
  code: string;
  detail: string;
  hint?: string;
  requestId?: string;
  errors?: { path: string; message: string }[];
  params?: Record<string, unknown>;
}

/**
 * Says on standard error what happened and what to do: for people in sentences, for programs as a problem document
 * (RFC 9457, with `hint` and `exitCode` beside). Answers the exit code.
 */
export function reportError(error: unknown, as: 'text' | 'problem', colors: Colors): ExitCode {
  const report = describe(error);
  const exitCode = exitCodeOf(report.code, report.status);
  process.stderr.write(as === 'problem' ? `${JSON.stringify(problemOf(report, exitCode))}\n` : sentencesOf(report, colors));
  if (report.code === 'BUG' && process.env.CHAT_CLI_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
  return exitCode;
}

function describe(error: unknown): Report {
  if (error instanceof ApiError) {
    const { status, code, detail, requestId, errors, params } = error.problem;
    const hint = hintFor(code);
    return {
      status,
      code,
      detail,
      ...(hint ? { hint } : {}),
      ...(requestId ? { requestId } : {}),
      ...(errors ? { errors } : {}),
      ...(params ? { params } : {}),
    };
  }
  if (error instanceof CliError) {
    const { hint, params, status } = error.options;
    const meant = status ?? (error.code === 'USAGE' ? 400 : 0);
    return { status: meant, code: error.code, detail: error.message, ...(hint ? { hint } : {}), ...(params ? { params } : {}) };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    status: 0,
    code: 'BUG',
    detail: `chat-cli failed in a way that it should not: ${detail}`,
    hint: 'Please report it. CHAT_CLI_DEBUG=1 shows where.',
  };
}

const problemOf = ({ status, code, detail, hint, requestId, errors, params }: Report, exitCode: ExitCode) => ({
  type: 'about:blank',
  title: code.toLowerCase().replaceAll('_', ' '),
  status,
  detail,
  code,
  requestId,
  errors,
  params,
  hint,
  exitCode: exitCode === EXIT.ok ? undefined : exitCode,
});

function sentencesOf({ detail, hint, requestId, errors = [] }: Report, colors: Colors): string {
  const lines = [`${colors.red('✗')} ${plain(detail)}`];
  for (const { path, message } of errors) lines.push(`  ${flagOf(path)}: ${plain(message)}`);
  if (hint) lines.push(`  ${hint}`);
  if (requestId) lines.push(colors.dim(`  Request id: ${plain(requestId)}`));
  return `${lines.join('\n')}\n`;
}

/** `adminEmail` (or `input.adminEmail`) as a person wrote it: `--admin-email`. */
const flagOf = (path: string) => {
  const name = plain(path.split('.').at(-1) ?? path);
  return name === 'id' || name === 'tenantId' ? name : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
};
