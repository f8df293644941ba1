import { request } from 'node:http';

/**
 * `fetch` for names under `localhost`, which browsers lead to this machine by themselves and Node's resolver may not:
 * connects to the loopback and keeps the name in the Host header.
 */
export async function fetchLocal(asked: Request): Promise<Response> {
  const url = new URL(asked.url);
  const body = Buffer.from(await asked.arrayBuffer());
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method: asked.method,
        headers: { ...Object.fromEntries(asked.headers), host: url.host },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)] as [string, string]],
          );
          const status = answer.statusCode ?? 500;
          resolve(new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers }));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body.length > 0 ? body : undefined);
  });
}
