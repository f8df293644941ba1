import type { Problem } from '@chat-saas/contract';
import type { CallContext } from '@chat-saas/contract/client';
import { ApiError, CliError } from '../app/cli-error.ts';
import { VERSION } from '../app/version.ts';
import { type HttpAnswer, type HttpAsk, httpRequest, reasonOf } from './http-request.ts';
import { ROUTES } from './routes.ts';
import type { Api } from './types.ts';

const REQUEST_TIMEOUT_MS = 60_000;

export interface ApiTarget {
  /** Origin, such as `http://localhost:3001`. */
  url: string;
  token: string | null;
}

/** A client of the control plane. `onCall` is told when a request begins and, by the function it returns, when it ends. */
export function createApi(target: ApiTarget, onCall: () => () => void = () => () => {}): Api {
  const bind = (route: string) => async (input?: Record<string, unknown>, options?: { context?: CallContext }) => {
    const done = onCall();
    try {
      return await callRoute(target, route, input ?? {}, options?.context?.idempotencyKey);
    } finally {
      done();
    }
  };
  const groups = Object.entries(ROUTES).map(([group, routes]) => [
    group,
    Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, bind(route)])),
  ]);
  return Object.fromEntries(groups) as Api;
}

async function callRoute(target: ApiTarget, route: string, input: Record<string, unknown>, idempotencyKey: string | undefined) {
  const [method = 'GET', path = ''] = route.split(' ');
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    delete rest[name];
    return encodeURIComponent(String(input[name]));
  });
  const url = new URL(`${target.url}/api/v1${filled}`);
  const isRead = method === 'GET';
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  if (isRead) for (const [name, value] of given) url.searchParams.set(name, String(value));
  const headers: Record<string, string> = { accept: 'application/json', 'user-agent': `chat-cli/${VERSION}` };
  if (target.token) headers.authorization = `Bearer ${target.token}`;
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (!isRead && given.length > 0) headers['content-type'] = 'application/json';
  const body = !isRead && given.length > 0 ? JSON.stringify(rest) : null;
  return readAnswer(target, await send(target, url, { method, headers, body }));
}

async function send(target: ApiTarget, url: URL, ask: Pick<HttpAsk, 'method' | 'headers' | 'body'>): Promise<HttpAnswer> {
  try {
    return await httpRequest(url, { ...ask, timeoutMs: REQUEST_TIMEOUT_MS });
  } catch (error) {
    throw new CliError('UNREACHABLE', `${target.url} did not answer (${reasonOf(error)}).`, {
      hint: 'Is it running? `npm start` starts it on this machine; --context or CHAT_CLI_URL name another.',
      cause: error,
    });
  }
}

function readAnswer(target: ApiTarget, { status, text }: HttpAnswer): unknown {
  const parsed = parseJson(text);
  const isOk = status >= 200 && status < 300;
  if (isOk && parsed !== undefined) return parsed;
  if (!isOk && isProblem(parsed)) throw new ApiError(parsed);
  throw new CliError('NOT_A_CONTROL_PLANE', `${target.url} answered ${status}, but not as a control plane's API does.`, {
    hint: 'Check the address of the context: `chat-cli context list`.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told apart by the caller
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && typeof value.detail === 'string';
