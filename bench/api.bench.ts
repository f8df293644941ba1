import { Agent, request } from 'node:http';
import { runControlPlane } from '../e2e/harness/control-plane-process.ts';
import { print, quantile, time } from './harness/line.ts';

const RUNS = 200;
const WARM_UP = 30;
const server = await runControlPlane({ env: { FIRST_TENANT: 'false' } });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One call on the one connection; resolves with the status once the body was read. */
const call = (method: string, path: string, headers: Record<string, string>, body?: object) =>
  new Promise<number>((resolve, reject) => {
    const sent = request(
      `${server.origin}${path}`,
      { agent, method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) } },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once('error', reject);
    sent.end(body ? JSON.stringify(body) : undefined);
  });

try {
  const bearer = { authorization: `Bearer ${server.token()}` };
  const credentials = { email: server.row('owner')?.value ?? '', password: passwordOf(server.row('owner')?.note ?? ''), session: 'bearer' };
  const must = async (promise: Promise<number>, status: number) => {
    const answered = await promise;
    if (answered !== status) throw new Error(`answered ${answered}, not ${status}`);
  };
  /** Of a server that has been used: the first calls find its code cold. */
  const measure = async (ask: () => Promise<void>) => (await time(WARM_UP + RUNS, ask)).slice(WARM_UP);
  const health = await measure(() => must(call('GET', '/health', {}), 200));
  const list = await measure(() => must(call('GET', '/api/v1/tenants', bearer), 200));
  const signIn = await measure(() => must(call('POST', '/api/v1/auth/login', {}, credentials), 200));
  print({
    bench: 'api',
    metric: 'p95 of a signed-in list',
    value: quantile(list, 0.95),
    unit: 'ms',
    aim: '<= 8',
    baseline: quantile(health, 0.95),
    runs: RUNS,
  });
  print({
    bench: 'api',
    metric: 'p95 of a sign-in with argon2id',
    value: quantile(signIn, 0.95),
    unit: 'ms',
    aim: '<= 100',
    baseline: quantile(health, 0.95),
    runs: RUNS,
  });
} finally {
  agent.destroy();
  await server.discard();
}

function passwordOf(note: string): string {
  const found = /[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/.exec(note)?.[0];
  if (!found) throw new Error('the first start showed no one-time password');
  return found;
}
