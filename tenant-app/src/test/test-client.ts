import supertest from 'supertest';
import type { TestUser } from './test-users.ts';

export interface ClientOptions {
  /** `/api/v1` unless said otherwise. */
  prefix?: string;
  /** How the person is known: by bearer token (default) or as a browser, with cookies and a CSRF token. */
  via?: 'bearer' | 'cookie';
  /** false leaves the CSRF token out. */
  csrf?: boolean;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head'] as const;
type Methods = Record<(typeof METHODS)[number], (path: string) => supertest.Test>;
type Dress = (request: supertest.Test) => supertest.Test;

/** A supertest client that is somebody (a user), holds a token (a string), or is a stranger (null). */
export function clientOf(url: string, who: TestUser | string | null, options: ClientOptions = {}): Methods {
  const agent = supertest(url);
  let cookies: Promise<Record<string, string>> | undefined;
  const dress: Dress = (request) => {
    if (who === null) return request;
    if (typeof who === 'string') return request.set('authorization', `Bearer ${who}`);
    if (options.via !== 'cookie') return request.set('authorization', `Bearer ${who.token}`);
    cookies ??= signIn(url, who);
    return afterSignIn(request, cookies, options.csrf !== false);
  };
  const method = (name: (typeof METHODS)[number]) => (path: string) => dress(agent[name](`${options.prefix ?? '/api/v1'}${path}`));
  return Object.fromEntries(METHODS.map((name) => [name, method(name)])) as Methods;
}

async function signIn(url: string, { email, password }: TestUser): Promise<Record<string, string>> {
  const response = await supertest(url).post('/api/v1/auth/login').send({ email, password });
  if (response.status !== 200) throw new Error(`sign-in answered ${response.status}: ${response.text}`);
  const lines = response.headers['set-cookie'] as unknown as string[];
  return Object.fromEntries(lines.map((line) => (line.split(';')[0] ?? '').split(/=(.*)/s, 2) as [string, string]));
}

/** A test is sent when it is awaited: the cookies are put on just before. */
function afterSignIn(request: supertest.Test, cookies: Promise<Record<string, string>>, csrf: boolean): supertest.Test {
  const then = request.then.bind(request);
  // biome-ignore lint/suspicious/noThenProperty: a supertest request is awaited, and this is where it starts
  request.then = ((done, failed) =>
    cookies
      .then((jar) => {
        request.set(
          'cookie',
          Object.entries(jar)
            .map(([name, value]) => `${name}=${value}`)
            .join('; '),
        );
        if (csrf) request.set('x-csrf-token', decodeURIComponent(jar.csrf ?? ''));
        return then((response) => response);
      })
      .then(done, failed)) as typeof request.then;
  return request;
}
