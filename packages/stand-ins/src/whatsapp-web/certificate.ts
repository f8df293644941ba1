import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  keyPem: string;
  certPem: string;
  /** Base64 of the SHA-256 over the public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  spki: string;
}

const ecdsaWithSha256 = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const commonName = [0x06, 0x03, 0x55, 0x04, 0x03];
const subjectAltName = [0x06, 0x03, 0x55, 0x1d, 0x11];

/** A self-signed certificate for one host name, good for ten years; made without openssl. @see RFC 5280 */
export function createCertificate(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, ecdsaWithSha256);
  const name = der(0x30, der(0x31, der(0x30, [...commonName, ...der(0x0c, text(host))])));
  const now = new Date();
  const validity = der(0x30, [...time(now), ...time(new Date(now.getTime() + 10 * 365 * 86_400_000))]);
  const altNames = der(0x30, der(0x30, [...subjectAltName, ...der(0x04, der(0x30, der(0x82, text(host))))]));
  const tbs = der(0x30, [
    ...der(0xa0, der(0x02, [2])), // version 3
    ...der(0x02, [0x01, ...randomBytes(15)]), // serial number
    ...algorithm,
    ...name,
    ...validity,
    ...name,
    ...publicKey.export({ type: 'spki', format: 'der' }),
    ...der(0xa3, altNames),
  ]);
  const signature = sign('sha256', Buffer.from(tbs), privateKey);
  const certificate = der(0x30, [...tbs, ...algorithm, ...der(0x03, [0, ...signature])]);
  const body =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certPem: ['-----BEGIN CERTIFICATE-----', ...body, '-----END CERTIFICATE-----', ''].join('\n'),
    spki: spkiOf(publicKey),
  };
}

/** The same certificate again, from its two PEM texts. */
export function readCertificate(keyPem: string, certPem: string): Certificate {
  return { keyPem, certPem, spki: spkiOf(createPublicKey(createPrivateKey(keyPem))) };
}

function spkiOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

function der(tag: number, content: readonly number[]): number[] {
  const { length } = content;
  if (length < 0x80) return [tag, length, ...content];
  if (length < 0x100) return [tag, 0x81, length, ...content];
  return [tag, 0x82, length >> 8, length & 0xff, ...content];
}

function text(value: string): number[] {
  return [...Buffer.from(value, 'utf8')];
}

/** UTCTime: two digits of the year, which RFC 5280 allows until 2049. */
function time(date: Date): number[] {
  return der(0x17, text(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
}
