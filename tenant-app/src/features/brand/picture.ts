import { problem } from '@chat-saas/server/problem';

export type Picture = 'logo' | 'favicon';

const READ = new Set(['image/png', 'image/jpeg', 'image/webp']);
const MAX_PIXELS = 40_000_000;

/**
 * Draws an uploaded picture anew as a PNG: whatever else was in the file is gone. Logo: at most 512 px; favicon: 64 px square.
 * @throws PICTURE_REFUSED
 */
export async function drawPicture(which: Picture, data: Buffer): Promise<Buffer> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(data);
  if (!type || !READ.has(type.mime)) throw refused('Send the picture as PNG, JPEG or WebP.');
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const picture = sharp(data, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    const sized =
      which === 'logo'
        ? picture.resize({ width: 512, height: 512, fit: 'inside', withoutEnlargement: true })
        : picture.resize({ width: 64, height: 64, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } });
    return await sized.png({ compressionLevel: 9 }).toBuffer();
  } catch (error) {
    throw refused('The picture is damaged or too large to be read.', error);
  }
}

const refused = (detail: string, cause?: unknown) => problem('PICTURE_REFUSED', { status: 400, detail, cause });
