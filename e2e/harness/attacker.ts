import { type Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { io } from 'socket.io-client';

/** Where to knock: a port of this machine, or the Unix socket of a stack. */
export type Door = { port: number } | { socketPath: string };
export interface Knock {
  method?: string;
  /** The Host header, whatever the door. */
  host?: string;
  headers?: Record<string, string>;
  /** Bytes as they are, or a value that is sent as JSON. */
  body?: unknown;
  /** Where many knocks share connections. */
  agent?: Agent;
}
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  json: any;
}

/** One HTTP exchange with any host and path, as `fetch` would not send it. */
export function knock(
  door: Door,
  path: string,
  { method = 'GET', host = 'localhost', headers = {}, body, agent }: Knock = {},
): Promise<Answer> {
  const content = body === undefined ? null : body instanceof Buffer || typeof body === 'string' ? body : JSON.stringify(body);
  const length = content === null ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(content)) };
  const to = 'port' in door ? { host: '127.0.0.1', port: door.port } : door;
  return new Promise((resolve, reject) => {
    const sent = request({ ...to, path, method, agent: agent ?? false, headers: { host, ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /json/.test(answer.headers['content-type'] ?? '');
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: isJson && text ? JSON.parse(text) : null });
      });
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** Bytes over a socket, and what came back until the other side was silent for a moment. */
export function knockRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    socket.setTimeout(400, () => socket.destroy());
    socket.on('data', (data) => {
      text += data.toString('utf8');
    });
    socket.on('error', () => undefined); // cut off: what came until then is the answer
    socket.on('close', () => resolve(text));
  });
}

/** Tries to open a WebSocket at a host name; `refused` is the server's word when it says no. */
export function knockSocket(port: number, host: string, namespace: string, options: { token?: string; cookie?: string }) {
  const socket = io(`http://127.0.0.1:${port}${namespace}`, {
    auth: options.token ? { token: options.token } : {},
    extraHeaders: { host, ...(options.cookie ? { cookie: options.cookie } : {}) },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    timeout: 5000,
  });
  const heard: string[] = [];
  socket.onAny((event: string) => heard.push(event));
  return new Promise<{ refused: string | null; heard: string[]; close(): void }>((resolve) => {
    const close = () => void socket.disconnect();
    socket.once('connect', () => resolve({ refused: null, heard, close }));
    socket.once('connect_error', (error) => {
      close();
      resolve({ refused: error.message, heard, close });
    });
  });
}
