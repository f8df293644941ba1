import type { IncomingMessage } from 'node:http';

/** Meant for one connection only. @see RFC 9110 7.6.1 */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** What no `Connection` header may take out: how long the message is, and whom it is for. */
const END_TO_END = ['content-length', 'host'];
/** What only the edge may say. */
const OURS = ['forwarded', 'x-real-ip', 'x-request-id', 'x-tenant-id'];

export interface Origin {
  ip: string;
  protocol: 'http' | 'https';
  requestId: string;
  /** The host name is the panel's: its cookies are nobody else's business. */
  fromPanel: boolean;
}

/** The caller's headers as a stack may see them: who really asks, over which host and protocol; nothing that the caller claims about that. */
export function requestHeaders(req: IncomingMessage, origin: Origin): Record<string, string | string[]> {
  const kept = keptHeaders(
    req,
    (name) => OURS.includes(name) || name.startsWith('x-forwarded-') || (origin.fromPanel && name === 'cookie'),
  );
  return {
    ...kept,
    ...(hasUnknownLength(req) ? { 'transfer-encoding': 'chunked' } : {}),
    'x-forwarded-for': origin.ip,
    'x-forwarded-proto': origin.protocol,
    'x-forwarded-host': req.headers.host ?? '',
    'x-request-id': origin.requestId,
  };
}

/** Said explicitly: Node's client frames no body of GET or DELETE by itself, and the stack would read it as the next request. @see RFC 9112 11.2 */
const hasUnknownLength = (req: IncomingMessage) =>
  req.headers['transfer-encoding'] !== undefined && req.headers['content-length'] === undefined;

/** A stack's headers as the caller gets them: cookies only for the very host that was asked. */
export function responseHeaders(res: IncomingMessage, fromPanel: boolean): Record<string, string | string[]> {
  const kept = keptHeaders(res, (name) => fromPanel && name === 'set-cookie');
  const cookies = kept['set-cookie'];
  if (cookies) kept['set-cookie'] = [cookies].flat().map((cookie) => cookie.replace(/;\s*domain=[^;]*/gi, ''));
  return kept;
}

function keptHeaders(message: IncomingMessage, isDropped: (name: string) => boolean): Record<string, string | string[]> {
  const named = (message.headers.connection ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !END_TO_END.includes(name));
  const kept: Record<string, string | string[]> = {};
  for (const [name, values = []] of Object.entries(message.headersDistinct)) {
    if (HOP_BY_HOP.includes(name) || named.includes(name) || isDropped(name)) continue;
    kept[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return kept;
}
