import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { localeOf } from '@chat-saas/server/locale';
import { escapeHtml } from '@chat-saas/server/web';

type Text = { title: string; body: string };
type PageName = 'starting' | 'suspended' | 'down' | 'unknown' | 'link';

const STATUS: Record<PageName, number> = { starting: 503, suspended: 503, down: 502, unknown: 404, link: 404 };
const CODE: Record<PageName, string> = {
  starting: 'STACK_STARTING',
  suspended: 'TENANT_SUSPENDED',
  down: 'STACK_UNREACHABLE',
  unknown: 'NOT_FOUND',
  link: 'NOT_FOUND',
};

const TEXTS: Record<'pt-BR' | 'en' | 'es', Record<PageName, Text>> = {
  'pt-BR': {
    starting: { title: 'Só um instante', body: 'O atendimento está iniciando. Esta página se atualiza sozinha.' },
    suspended: { title: 'Atendimento suspenso', body: 'Este atendimento está suspenso no momento. Fale com a empresa.' },
    down: { title: 'Não foi possível responder', body: 'O atendimento não respondeu. Tente de novo em alguns instantes.' },
    unknown: { title: 'Página não encontrada', body: 'Não há nada neste endereço. Confira se ele foi digitado corretamente.' },
    link: { title: 'Este link não vale mais', body: 'O link expirou, foi encerrado ou está incompleto. Peça um novo a quem o enviou.' },
  },
  en: {
    starting: { title: 'Just a moment', body: 'The service is starting. This page refreshes by itself.' },
    suspended: { title: 'Service suspended', body: 'This service is suspended at the moment. Please contact the company.' },
    down: { title: 'No answer', body: 'The service did not answer. Try again in a moment.' },
    unknown: { title: 'Page not found', body: 'There is nothing at this address. Check that it is typed correctly.' },
    link: { title: 'This link is no longer valid', body: 'The link has expired, was ended or is incomplete. Ask for a new one.' },
  },
  es: {
    starting: { title: 'Un momento', body: 'El servicio se está iniciando. Esta página se actualiza sola.' },
    suspended: { title: 'Servicio suspendido', body: 'Este servicio está suspendido en este momento. Contacte con la empresa.' },
    down: { title: 'Sin respuesta', body: 'El servicio no respondió. Inténtelo de nuevo en unos instantes.' },
    unknown: { title: 'Página no encontrada', body: 'No hay nada en esta dirección. Compruebe que esté bien escrita.' },
    link: { title: 'Este enlace ya no es válido', body: 'El enlace ha caducado, fue cerrado o está incompleto. Pida uno nuevo.' },
  },
};

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color-scheme:light dark;text-align:center}h1{font-size:1.4rem;margin:0 0 .5rem}p{margin:0;max-width:32rem}';

/** Answers in place of a stack: a small page for browsers, a problem document for programs. */
export function sendEdgePage(req: IncomingMessage, res: ServerResponse, page: PageName, requestId: string, name?: string): void {
  const locale = localeOf(req.headers['accept-language']);
  const { title, body } = TEXTS[locale][page];
  const headers = {
    'cache-control': 'no-store',
    'x-request-id': requestId,
    'x-content-type-options': 'nosniff',
    ...(page === 'starting' ? { 'retry-after': '3' } : {}),
  };
  if (!wantsHtml(req)) {
    const problem = {
      type: 'about:blank',
      title: CODE[page].toLowerCase().replaceAll('_', ' '),
      status: STATUS[page],
      detail: TEXTS.en[page].body,
      code: CODE[page],
      requestId,
    };
    res.writeHead(STATUS[page], { ...headers, 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
    return;
  }
  const refresh = page === 'starting' ? '<meta http-equiv="refresh" content="3">' : '';
  const csp = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
  res
    .writeHead(STATUS[page], {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      'referrer-policy': 'no-referrer',
    })
    .end(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${refresh}<title>${escapeHtml(name ?? title)}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${body}</p></main></body></html>`,
    );
}

/** R-008, to the letter. */
export function sendTenantNotIdentified(res: ServerResponse, requestId: string): void {
  res.writeHead(400, { 'content-type': 'application/json', 'x-request-id': requestId }).end('{"error":"Tenant not identified"}');
}

/** What can't be read as a request for one host. */
export function sendBadRequest(res: ServerResponse): void {
  const requestId = randomUUID();
  const problem = {
    type: 'about:blank',
    title: 'invalid input',
    status: 400,
    detail: 'The request does not say clearly which host and path it is for.',
    code: 'INVALID_INPUT',
    requestId,
  };
  res
    .writeHead(400, { 'content-type': 'application/problem+json', 'x-request-id': requestId, connection: 'close' })
    .end(JSON.stringify(problem));
}

const wantsHtml = (req: IncomingMessage) => !(req.url ?? '').startsWith('/api/') && (req.headers.accept ?? '').includes('text/html');
