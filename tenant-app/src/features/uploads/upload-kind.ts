import type { Upload } from '../../contract.ts';

/** Types that a browser may show by itself: no scripts in them. Everything else is only ever downloaded. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/(?:mp4|webm|3gpp|ogg|quicktime))$/;
const VOICE = new Map([
  ['audio/ogg', 'audio/ogg'],
  ['audio/webm', 'audio/webm'],
  ['video/webm', 'audio/webm'], // a recording without a picture sniffs as video
  ['audio/mp4', 'audio/mp4'],
  ['audio/x-m4a', 'audio/mp4'],
  ['video/mp4', 'audio/mp4'],
]);
/** Formats without a signature, by the end of the name; they are never shown inline. */
const PLAIN = new Map([
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
]);

export const isShownInline = (mime: string) => SHOWN.test(mime);

/** The MIME type of a recorded voice note; null when this isn't one. */
export const voiceMime = (sniffed: string) => VOICE.get(sniffed) ?? null;

/** `sniffed` null: the content has no known signature. What was claimed about a file is never believed. */
export function mimeOf(sniffed: string | null, filename: string): string {
  if (sniffed) return sniffed.split(';')[0]?.trim().toLowerCase() ?? 'application/octet-stream';
  return PLAIN.get(filename.split('.').at(-1)?.toLowerCase() ?? '') ?? 'application/octet-stream';
}

export function kindOf(mime: string): Exclude<Upload['kind'], 'voice'> {
  if (!isShownInline(mime)) return 'document';
  if (mime.startsWith('image/')) return 'image';
  return mime.startsWith('audio/') ? 'audio' : 'video';
}

/** A name that any file system and header can carry: no folders, no control or direction characters, at most 120 long. */
export function cleanFilename(name: string | null | undefined): string {
  const clean = (name ?? '')
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (!clean) return 'file';
  const letters = Array.from(clean);
  if (letters.length <= 120) return clean;
  const extension = /\.[a-zA-Z0-9]{1,10}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, 120 - extension.length).join('') + extension;
}
