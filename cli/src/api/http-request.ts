import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}
export interface HttpAsk {
  method: string;
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
}

const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/**
 * One request, answered in text; redirects are answers too. Not `fetch`: loading that alone takes as long as the rest of a run.
 * @throws Error when nothing answered in time
 */
export async function httpRequest(url: URL, { method, headers, body, timeoutMs }: HttpAsk): Promise<HttpAnswer> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => asked.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    const asked = request(url, { method, headers: { ...headers, ...length } }, (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }), reject);
    });
    asked.on('error', reject);
    asked.on('close', () => clearTimeout(late));
    asked.end(body ?? undefined);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** In a few words, why a request had no answer. */
export function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: { code?: string }[] };
  return code ?? errors?.[0]?.code ?? message ?? 'unknown reason';
}
