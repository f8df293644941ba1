import { el, icon } from './dom.js';

const KINDS = {
  image: 'photo',
  sticker: 'photo',
  video: 'video',
  audio: 'voice',
  voice: 'voice',
  document: 'document',
  location: 'location',
  contact: 'contact',
};

/** What a message is called where it isn't shown. */
export const kindOf = ({ type }, t) => t[KINDS[type] ?? 'unsupported'];

/** One line of a message for the list. */
export const preview = (message, t) => message.text ?? kindOf(message, t);

export const timeOf = (iso, locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

const TICKS = {
  sending: ['clock', 'sending'],
  server: ['tick', 'sent'],
  delivered: ['ticks', 'delivered'],
  read: ['ticks', 'read'],
  played: ['ticks', 'read'],
};

/** How far a message of the customer's has come. */
export function tick({ receipt }, t) {
  const [name, word] = TICKS[receipt] ?? TICKS.server;
  return el('span', { class: `tick ${word}`, role: 'img', 'aria-label': t[word] }, icon(name));
}

/** A bubble. `mediaUrl` gives the address of its file; `retry` is called when a failed one is tapped. */
export function bubble(message, { t, locale, mediaUrl, retry }) {
  const { isMine, text, at, receipt } = message;
  return el(
    'li',
    { class: `${isMine ? 'mine' : 'theirs'}${receipt === 'failed' ? ' failed' : ''}`, 'data-id': message.id },
    message.media && medium(message, mediaUrl(message), t),
    !message.media && !text && el('span', { class: 'kind' }, kindOf(message, t)),
    text && el('span', { class: 'text' }, text),
    receipt === 'failed'
      ? el('button', { class: 'link', type: 'button', onclick: () => retry(message) }, t.failed)
      : el('span', { class: 'meta' }, timeOf(at, locale), isMine && tick(message, t)),
  );
}

function medium(message, url, t) {
  const { mime, filename } = message.media;
  if (/^image\/(png|jpeg|gif|webp)$/.test(mime)) return el('img', { src: url, alt: message.text ?? t.photo, loading: 'lazy' });
  if (mime.startsWith('audio/')) return el('audio', { src: url, controls: true, preload: 'metadata', 'aria-label': t.voice });
  if (/^video\/(mp4|webm|ogg|quicktime)$/.test(mime))
    return el('video', { src: url, controls: true, preload: 'metadata', 'aria-label': t.video });
  return el('a', { class: 'file', href: url, download: filename ?? '' }, icon('file'), filename ?? t.document);
}
