import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { WhatsAppWebControl } from './control.ts';
import type { Network } from './network.ts';
import type { UpMessage } from './wire.ts';

const page = new URL('./page.html', import.meta.url);

/** The page and what it talks to: `https://web.whatsapp.com` for Chromium. */
export function createWebServer(network: Network): Server {
  const { keyPem, certPem } = network.state.certificate;
  return createHttpsServer({ key: keyPem, cert: certPem }, (request, response) => {
    answer(response, () => handle(network, request, response));
  });
}

/** `POST /<verb>` with a JSON body for each function of the control API. */
export function createControlServer(control: WhatsAppWebControl): Server {
  const verbs = new Map<string, (input: never) => unknown>(Object.entries(control));
  return createHttpServer((request, response) => {
    answer(response, async () => {
      const verb = verbs.get((request.url ?? '').slice(1));
      if (!verb) return json(response, { error: 'unknown', verbs: [...verbs.keys()] }, 404);
      const body = await readBody(request);
      json(response, verb((body.length > 0 ? JSON.parse(body.toString('utf8')) : {}) as never));
    });
  });
}

export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}

async function handle(network: Network, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://web.whatsapp.com');
  switch (url.pathname) {
    case '/':
      network.note('page', { url: request.url });
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
      response.end(readFileSync(page));
      return;
    case '/cfg':
      return json(response, { version: network.timings.version, bootMs: network.timings.bootMs });
    case '/up':
      return json(response, network.receive(JSON.parse((await readBody(request)).toString('utf8')) as UpMessage));
    case '/upload': {
      const key = randomBytes(8).toString('hex');
      network.state.putMedium(key, { type: request.headers['content-type'] ?? 'application/octet-stream', bytes: await readBody(request) });
      return json(response, { directPath: `/v/${key}` });
    }
    case '/sse':
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      return network.open(url.searchParams.get('link') ?? '', url.searchParams.get('token') ?? '', response);
    default: {
      const medium = url.pathname.startsWith('/v/') ? network.state.getMedium(url.pathname.slice(3)) : null;
      response.writeHead(medium ? 200 : 404, medium ? { 'content-type': medium.type } : {});
      response.end(medium?.bytes);
    }
  }
}

function answer(response: ServerResponse, work: () => Promise<void> | void): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else json(response, { error: String(error) }, error instanceof SyntaxError ? 400 : 500);
    });
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
