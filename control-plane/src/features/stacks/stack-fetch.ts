import { type IncomingMessage, request } from 'node:http';

const DEADLINE_MS = 15_000;

/** `fetch` over a Unix socket, for the typed client of a stack's app: JSON in, JSON out. @throws Error when nobody answers in time */
export const fetchOver =
  (socketPath: string) =>
  async (ask: Request): Promise<Response> => {
    const { pathname, search } = new URL(ask.url);
    const body = ask.body ? Buffer.from(await ask.arrayBuffer()) : null;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        {
          socketPath,
          method: ask.method,
          path: pathname + search,
          headers: { ...Object.fromEntries(ask.headers), ...(body ? { 'content-length': body.length } : {}) },
          agent: false,
          signal: AbortSignal.timeout(DEADLINE_MS),
        },
        resolve,
      );
      sent.on('error', reject);
      sent.end(body);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const type = answer.headers['content-type'] ?? 'application/json';
    // oRPC reads bodies as JSON only under the plain media type; problem documents have their own (RFC 9457)
    const headers = { 'content-type': type.startsWith('application/problem+json') ? 'application/json' : type };
    const status = answer.statusCode ?? 502;
    return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers });
  };
