import type { IncomingMessage } from 'node:http';

/**
 * Brings a request's target into the form that everybody behind reads alike: a path, and one host that says whose it is.
 * False: it names two hosts or none that can be read, so two readers could send it to two places.
 * @see RFC 9112 3.2
 */
export function straighten(req: IncomingMessage): boolean {
  if ((req.headersDistinct.host?.length ?? 0) > 1) return false;
  const target = req.url ?? '/';
  if (target.startsWith('/')) return true;
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return false;
  const { host } = new URL(target);
  if (host !== req.headers.host?.toLowerCase()) return false;
  req.url = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/');
  return true;
}

/** Other upgrades that a client offers, such as h2c, are no reason not to answer it in HTTP/1.1. */
export const isWebSocket = (req: IncomingMessage) => (req.headers.upgrade ?? '').toLowerCase() === 'websocket';
