import type { Problem } from '@chat-saas/contract';
import { ProblemError } from '@chat-saas/contract/client';
import { csrfHeaders } from '@chat-saas/ui/data/api-client.ts';

interface Options {
  method?: 'POST' | 'PUT';
  /** More fields of the form. */
  fields?: Record<string, string>;
  /** 0 to 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends a file as multipart field `file` and answers with the server's JSON. Not `fetch`, which doesn't tell how far it is.
 * @throws ProblemError; an AbortError when `signal` ends it
 */
export function uploadFile(url: string, file: File, { method = 'POST', fields = {}, onProgress, signal }: Options = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(csrfHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress?.(loaded / total);
    request.onload = () => (request.status < 300 ? resolve(request.response) : reject(toProblem(request)));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('The upload was ended', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
}

function toProblem({ status, statusText, response }: XMLHttpRequest): ProblemError {
  if (isProblem(response)) return new ProblemError(response);
  const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : 'INTERNAL_ERROR';
  return new ProblemError({ type: 'about:blank', title: statusText, status, detail: statusText, code });
}

/** By hand, since the contract's schema would bring the whole validation library to the conversation. */
const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string';

const unreachable = () =>
  new ProblemError({ type: 'about:blank', title: 'Unreachable', status: 0, detail: 'The server did not answer.', code: 'UNREACHABLE' });
