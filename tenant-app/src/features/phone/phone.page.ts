import type { Brand } from '@chat-saas/contract';
import type { Locale } from '@chat-saas/server/locale';
import { escapeHtml } from '@chat-saas/server/web';
import { phoneColors } from './phone.style.ts';
import type { PhoneTexts } from './phone.texts.ts';
import type { PhoneState } from './phone.view.ts';

interface Page {
  brand: Brand;
  locale: Locale;
  texts: PhoneTexts;
}

/** A phone in a frame beside a few words; on a real phone only its screen. The screens are drawn by `assets/main.js`. */
export function renderPhonePage({ brand, locale, texts, token, state }: Page & { token: string; state: PhoneState }): string {
  const { intro } = texts;
  const company = escapeHtml(brand.companyName);
  const filled = (text: string) => escapeHtml(text).replaceAll('{{company}}', () => company);
  const start = { token, locale, company: brand.companyName, texts: texts.screen, state };
  const body = `<main><section class="intro"><p class="tag">${escapeHtml(texts.simulated)}</p><h1>${filled(intro.title)}</h1><p>${filled(intro.text)}</p>
<ol>${intro.steps.map((step) => `<li>${filled(step)}</li>`).join('')}</ol><a class="button quiet" href="/" target="_blank" rel="noopener">${filled(intro.open)}</a></section>
<section class="phone" aria-label="${escapeHtml(texts.pageTitle)}"><div class="screen" id="screen"><noscript><p class="notice">${escapeHtml(texts.needsScript)}</p></noscript></div></section></main>
<script type="application/json" id="start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
<script src="/phone/assets/main.js" type="module"></script>`;
  return shell({ brand, locale, texts }, body);
}

/** Where no simulated number is (any more). */
export function renderDeadEnd(page: Page): string {
  const { title, text } = page.texts.gone;
  return shell(page, `<main class="dead"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>`);
}

const shell = ({ brand, locale, texts }: Page, body: string) => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content">
<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<link rel="icon" href="${escapeHtml(brand.faviconUrl ?? 'data:,')}"><title>${escapeHtml(texts.pageTitle)} · ${escapeHtml(brand.companyName)}</title>
<style>${phoneColors(brand.primaryColor, brand.secondaryColor)}</style><link rel="stylesheet" href="/phone/assets/phone.css"></head>
<body>${body}</body></html>`;
