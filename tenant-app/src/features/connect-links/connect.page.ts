import { escapeHtml } from '@chat-saas/server/web';
import { renderCard } from './connect.card.ts';
import { pictures } from './connect.pictures.ts';
import { connectScript } from './connect.script.ts';
import { connectStyle } from './connect.style.ts';
import type { ConnectTexts } from './connect.texts.ts';
import { type ConnectView, cardKey } from './connect.view.ts';

/** The end client's page: plain HTML, no framework, one request before the QR. `nonce` lets its own style and script through. */
export function renderConnectPage(view: ConnectView, t: ConnectTexts, nonce: string): string {
  const { title, subtitle } = headings(view, t);
  const state = view.card.state;
  const body = `<header>${logo(view)}<b>${escapeHtml(view.brand.companyName)}</b><span class="lock">${pictures.lock}${t.secureLink}</span></header>
<main><div class="intro"><h1 id="title">${title}</h1><p id="subtitle">${subtitle}</p>${steps(t)}</div>
<section id="card" class="card" data-state="${state}" data-key="${escapeHtml(cardKey(view.card))}" aria-live="polite">${renderCard(view.card, t)}</section></main>
<footer>${t.footer}</footer><noscript><meta http-equiv="refresh" content="10"></noscript><script nonce="${nonce}">${connectScript}</script>`;
  return shell(view, t, nonce, state, body);
}

/** A link that leads nowhere, or too many tries: the same page for every cause. */
export function renderNotice(view: Omit<ConnectView, 'card'>, t: ConnectTexts, nonce: string, notice: 'gone' | 'busy'): string {
  const [title, text] = notice === 'gone' ? [t.goneTitle, t.goneText] : [t.busyTitle, t.busyText];
  const body = `<header>${logo(view)}<b>${escapeHtml(view.brand.companyName)}</b></header>
<main><section class="card"><div class="big"><div class="badge bad">${pictures.cross}</div><h1>${title}</h1><p>${text}</p></div></section></main>`;
  return shell(view, t, nonce, 'connected', body);
}

/** What stands above the card; follows its state. */
export function headings({ card, brand }: Pick<ConnectView, 'card' | 'brand'>, t: ConnectTexts): { title: string; subtitle: string } {
  const company = (text: string) => text.replace('{{company}}', escapeHtml(brand.companyName));
  if (card.state === 'connected') return { title: t.doneTitle, subtitle: company(t.doneSubtitle) };
  if (card.state === 'scanned') return { title: t.almostTitle, subtitle: t.almostSubtitle };
  return { title: t.title, subtitle: company(t.subtitle) };
}

function shell({ brand, locale }: Omit<ConnectView, 'card'>, t: ConnectTexts, nonce: string, state: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><link rel="icon" href="${escapeHtml(brand.faviconUrl ?? 'data:,')}">
<title>${t.pageTitle} · ${escapeHtml(brand.companyName)}</title><style nonce="${nonce}">${connectStyle(brand.primaryColor, brand.secondaryColor)}</style></head><body data-state="${state}">
${body}</body></html>`;
}

function logo({ brand }: Pick<ConnectView, 'brand'>): string {
  if (brand.logoUrl) return `<img class="logo picture" src="${escapeHtml(brand.logoUrl)}" alt="" width="32" height="32">`;
  const words = brand.companyName.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word) && word.length > 2);
  const initials = (words.length > 1 ? [words[0], words.at(-1)] : [brand.companyName])
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('');
  return `<span class="logo" aria-hidden="true">${escapeHtml(initials.toUpperCase())}</span>`;
}

function steps(t: ConnectTexts): string {
  const each = [
    [t.stepOpen, t.stepOpenNote, pictures.open],
    [t.stepMenu, t.stepMenuNote, pictures.menu],
    [t.stepScan, t.stepScanNote, pictures.scan],
  ];
  return `<ol class="steps">${each.map(([title, note, picture]) => `<li>${picture}<span>${title}<small>${note}</small></span></li>`).join('')}</ol>`;
}
