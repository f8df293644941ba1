import { problem } from '@chat-saas/server/problem';
import type { CustomerContent } from '../engines/simulator/simulator-phone.ts';

/** Types without scripts in them: these may be shown in a page. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/(?:mp4|webm|ogg|quicktime))$/;

export const isShown = (mime: string) => SHOWN.test(mime);

/** What kind of message a file makes, by its bytes: what the sender calls it is not believed. @throws INVALID_INPUT when empty */
export async function readFile(
  { data, filename }: { data: Buffer; filename: string },
  isVoice: boolean,
): Promise<Extract<CustomerContent, { mime: string }>> {
  if (data.byteLength === 0) throw problem('INVALID_INPUT', { detail: 'The file is empty.' });
  const { fileTypeFromBuffer } = await import('file-type');
  const sniffed = (await fileTypeFromBuffer(data))?.mime.split(';')[0] ?? 'application/octet-stream';
  const recorded = isVoice ? sniffed.replace(/^video\/(webm|mp4)$/, 'audio/$1') : sniffed; // a recording has no picture
  return { type: kindOf(recorded, isVoice), data, mime: recorded, filename: cleanName(filename) };
}

function kindOf(mime: string, isVoice: boolean): 'image' | 'audio' | 'voice' | 'video' | 'document' {
  if (!isShown(mime)) return 'document';
  if (mime.startsWith('audio/')) return isVoice ? 'voice' : 'audio';
  return mime.startsWith('image/') ? 'image' : 'video';
}

/** A name without folders, control or direction characters. */
const cleanName = (name: string) =>
  Array.from(
    name
      .normalize('NFC')
      .replace(/^.*[\\/]/s, '')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '')
      .trim(),
  )
    .slice(-100)
    .join('') || 'file';
