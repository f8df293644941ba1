import { escapeHtml } from '@chat-saas/server/web';
import QRCode from 'qrcode';
import { pictures } from './connect.pictures.ts';
import type { ConnectTexts } from './connect.texts.ts';
import type { ConnectCard } from './connect.view.ts';

const RING = 2 * Math.PI * 15;
const RING_SECONDS = 60;

/** The part of the page that changes while the client looks at it. */
export function renderCard(card: ConnectCard, t: ConnectTexts): string {
  switch (card.state) {
    case 'starting':
      return `<div class="qrbox blank" aria-hidden="true"></div><div class="under">${live(t.starting, t.startingNote)}</div>${toCode(t)}`;
    case 'waiting':
      return `<div class="qrbox">${qrSvg(card.qr, t.qrLabel)}</div><div class="under">${ring(card.seconds, t)}${live(t.waiting, t.waitingNote)}</div>${toCode(t)}`;
    case 'ask_phone':
      return `<form class="big ask" method="post" action="?act=code"><h2>${t.codeAsk}</h2><p>${t.codeAskNote}</p><label>${t.phoneLabel}<input name="phone" type="tel" inputmode="tel" autocomplete="tel" required maxlength="32" placeholder="${t.phonePlaceholder}"${card.isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : ''}></label>${card.isWrong ? `<p id="wrong" class="wrong" role="alert">${t.phoneWrong}</p>` : ''}<button class="button">${t.getCode}</button></form>${toQr(t)}`;
    case 'code':
      return `<div class="big"><p>${t.codeType}</p><div class="code">${halves(card.code)}</div><small>${t.codeWhere}</small></div><div class="under">${ring(card.seconds, t)}${live(t.codeWaiting, t.codeWaitingNote)}</div>${toQr(t)}`;
    case 'scanned':
      return `<div class="big"><div class="badge ok">${pictures.phone}</div><h2>${t.scanned}</h2><p>${t.scannedNote} <b>${Math.round(card.percent)}%</b></p><div class="bar" role="progressbar" aria-valuenow="${Math.round(card.percent)}" aria-valuemin="0" aria-valuemax="100"><i style="width:${Math.round(card.percent)}%"></i></div>${progress(t)}</div>`;
    case 'connected':
      return `<div class="big"><div class="badge ok">${pictures.check}</div><h2>${t.connected}</h2>${card.phone ? `<p><b>${formatPhone(card.phone)}</b></p>` : ''}<p>${t.connectedNote}</p></div>`;
    case 'reconnecting':
      return `<div class="big"><div class="badge">${pictures.phone}</div><h2>${t.reconnecting}</h2><p>${t.reconnectingNote}</p></div>`;
    case 'failed': {
      const [what, tryThis] = t.failed[card.reason] ?? t.failed.unknown;
      return `<div class="big"><div class="badge bad">${pictures.cross}</div><h2>${what}</h2><p>${tryThis}</p></div><form method="post" action="?act=qr"><button class="button">${t.retry}</button></form>${toCode(t)}`;
    }
  }
}

/** Modules as one path: nothing is loaded, and it stays sharp at any size. */
function qrSvg(text: string, label: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'L' });
  let path = '';
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
  return `<svg class="qr" viewBox="-2 -2 ${modules.size + 4} ${modules.size + 4}" role="img" aria-label="${label}" shape-rendering="crispEdges" data-qr="${escapeHtml(text)}"><path d="${path}"/></svg>`;
}

function ring(seconds: number, t: ConnectTexts): string {
  const life = Math.max(seconds, Math.min(RING_SECONDS, 20));
  return `<div class="timer"><svg viewBox="0 0 36 36" aria-hidden="true"><circle cx="18" cy="18" r="15"/><circle class="left" cx="18" cy="18" r="15" style="--from:${(RING * (1 - seconds / life)).toFixed(1)};--ring:${RING.toFixed(1)};--life:${seconds}s"/></svg><b data-seconds aria-label="${t.secondsLeft}">${seconds}</b></div>`;
}

const live = (text: string, note: string) => `<div><p class="live"><i aria-hidden="true"></i>${text}</p><small>${note}</small></div>`;
const toCode = (t: ConnectTexts) => `<a class="button quiet" href="?way=code">${t.useCode}</a>`;
const toQr = (t: ConnectTexts) => `<form method="post" action="?act=qr"><button class="button quiet">${t.useQr}</button></form>`;
const progress = (t: ConnectTexts) =>
  `<ol class="progress"><li class="done">${t.stepRead}</li><li class="now" aria-current="step">${t.stepSyncing}</li><li>${t.stepConnected}</li></ol>`;

function halves(code: string): string {
  const letters = code.replace(/[^0-9A-Za-z]/g, '');
  return `<span>${escapeHtml(letters.slice(0, 4))}</span><i></i><span>${escapeHtml(letters.slice(4))}</span>`;
}

/** Brazilian numbers as people write them; others with a plus. */
export function formatPhone(digits: string): string {
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  return brazilian ? `+55 ${brazilian[1]} ${brazilian[2]}-${brazilian[3]}` : `+${digits.replace(/\D/g, '')}`;
}
