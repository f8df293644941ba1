import { statSync } from 'node:fs';
import { httpRequest, reasonOf } from '../../api/http-request.ts';
import type { Tenant } from '../../api/types.ts';
import type { Cli } from '../../app/cli.ts';
import { ApiError, CliError } from '../../app/cli-error.ts';
import { hintFor } from '../../app/hints.ts';
import { VERSION } from '../../app/version.ts';
import { configPath } from '../../config/paths.ts';

export interface Check {
  name: string;
  status: 'ok' | 'warn' | 'fail';
  detail: string;
  /** What to do, where there is something to do. */
  advice?: string;
}

const ASK_TIMEOUT_MS = 10_000;
const CLOCK_TOLERANCE_MS = 30_000;

export function checkNode(): Check {
  const [major = 0] = process.versions.node.split('.').map(Number);
  const detail = `${process.version} on ${process.platform}`;
  if (major >= 24) return { name: 'node', status: 'ok', detail };
  return { name: 'node', status: 'warn', detail, advice: 'Node 24 is what this program is tested with.' };
}

/** The saved contexts and what they say about where to go. */
export function checkSettings(cli: Cli): Check[] {
  const path = configPath(cli.env);
  try {
    const { context, url, token } = cli.target();
    const checks: Check[] = [{ name: 'context', status: 'ok', detail: `${context ?? 'none saved'} → ${url}` }];
    const mode = statSync(path, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && process.platform !== 'win32' && (mode & 0o077) !== 0)
      checks.push({ name: 'config', status: 'warn', detail: `${path} can be read by others`, advice: `Run: chmod 600 ${path}` });
    const { protocol, hostname } = new URL(url);
    if (token && protocol === 'http:' && !/^(localhost|127\.|\[::1\]|.*\.localhost$)/.test(hostname))
      checks.push({
        name: 'address',
        status: 'warn',
        detail: `${url} is not encrypted`,
        advice: 'Use an https address: the token can be read on the way.',
      });
    return checks;
  } catch (error) {
    return [failure('context', error)];
  }
}

/** Whether the API answers, with which version, and whether both clocks agree. */
export async function checkServer(cli: Cli): Promise<Check[]> {
  const { url } = cli.target();
  const from = Date.now();
  try {
    const address = new URL(`${url}/api/v1/openapi.json`);
    const answer = await httpRequest(address, { method: 'GET', headers: {}, body: null, timeoutMs: ASK_TIMEOUT_MS });
    if (answer.status !== 200) throw new Error(`it answered ${answer.status}`);
    const { info } = JSON.parse(answer.text) as { info?: { version?: string } };
    const version = info?.version;
    if (!version) throw new Error('it does not tell its version');
    const ms = Date.now() - from;
    return [
      { name: 'api', status: 'ok', detail: `${url} answers in ${ms} ms` },
      versionCheck(version),
      clockCheck(answer.headers.date, from + ms / 2),
    ];
  } catch (error) {
    return [
      {
        name: 'api',
        status: 'fail',
        detail: `${url} does not answer as a control plane (${reasonOf(error)})`,
        advice: 'Start it with `npm start`, or choose another context.',
      },
    ];
  }
}

function versionCheck(server: string): Check {
  const same = server.split('.').slice(0, 2).join('.') === VERSION.split('.').slice(0, 2).join('.');
  const detail = `chat-cli ${VERSION}, control plane ${server}`;
  return same
    ? { name: 'versions', status: 'ok', detail }
    : { name: 'versions', status: 'warn', detail, advice: 'Use the chat-cli of the same version.' };
}

function clockCheck(date: string | undefined, asked: number): Check {
  const server = Date.parse(date ?? '');
  if (Number.isNaN(server)) return { name: 'clock', status: 'warn', detail: 'the server does not tell its time' };
  const apart = Math.abs(server - asked);
  const detail = `${Math.round(apart / 1000)} s apart`;
  return apart < CLOCK_TOLERANCE_MS
    ? { name: 'clock', status: 'ok', detail }
    : { name: 'clock', status: 'warn', detail, advice: 'Set both clocks by NTP: links and sign-ins expire by them.' };
}

export async function checkToken(cli: Cli): Promise<Check> {
  try {
    const { email, role } = await cli.api().auth.me();
    return { name: 'token', status: 'ok', detail: `signed in as ${email} (${role})` };
  } catch (error) {
    return failure('token', error);
  }
}

/** One line per tenant. */
export async function checkTenants(cli: Cli): Promise<Check[]> {
  const checks: Check[] = [];
  let cursor: string | undefined;
  try {
    do {
      const page = await cli.api().tenants.list({ limit: 100, cursor });
      checks.push(...page.items.map(checkTenant));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  } catch (error) {
    checks.push(failure('tenants', error));
  }
  return checks.length > 0 ? checks : [{ name: 'tenants', status: 'ok', detail: 'none yet' }];
}

export function checkTenant({ slug, status, reason, instances }: Tenant): Check {
  const name = `tenant ${slug}`;
  const why = reason ? `${status}: ${reason}` : status;
  if (status === 'failed' || status === 'degraded')
    return {
      name,
      status: status === 'failed' ? 'fail' : 'warn',
      detail: why,
      advice: `See \`chat-cli tenant logs ${slug}\`, then \`chat-cli tenant restart ${slug}\`.`,
    };
  if (status === 'provisioning' || status === 'deleting')
    return { name, status: 'warn', detail: why, advice: `Follow it with \`chat-cli operation list --tenant ${slug}\`.` };
  if (instances && instances.attention > 0)
    return {
      name,
      status: 'warn',
      detail: `${why}, ${instances.attention} of ${instances.total} numbers need attention`,
      advice: `See \`chat-cli instance list ${slug}\`.`,
    };
  return { name, status: 'ok', detail: instances ? `${why}, ${instances.ready} of ${instances.total} numbers connected` : why };
}

function failure(name: string, error: unknown): Check {
  if (error instanceof ApiError) {
    const { detail, code, requestId } = error.problem;
    const advice = hintFor(code);
    return { name, status: 'fail', detail: requestId ? `${detail} (request id ${requestId})` : detail, ...(advice ? { advice } : {}) };
  }
  if (!(error instanceof CliError)) throw error;
  const { hint } = error.options;
  return { name, status: 'fail', detail: error.message, ...(hint ? { advice: hint } : {}) };
}
