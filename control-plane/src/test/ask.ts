import { type IncomingHttpHeaders, request } from 'node:http';

export interface Asked {
  method?: string;
  /** The host name that the caller believes to speak to. */
  host?: string;
  headers?: Record<string, string>;
  body?: unknown;
}
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  json: any;
}

/** One HTTP exchange with any Host header, which `fetch` doesn't allow. */
export function askPort(port: number, path: string, { method = 'GET', host, headers = {}, body }: Asked = {}): Promise<Answer> {
  const isText = typeof body === 'string';
  const content = body === undefined ? null : isText ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent: false,
        headers: {
          host: host ?? `localhost:${port}`,
          ...(content === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const isJson = /json/.test(answer.headers['content-type'] ?? '');
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: isJson && text ? JSON.parse(text) : null });
        });
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}
