import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';

export interface Sealer {
  /** `about` says what it is the secret of, such as `abc123.platformToken`; the same is needed to open it. */
  seal(plain: string, about: string): string;
  /** @throws Error when the key is another one, or the text was changed or moved */
  open(sealed: string, about: string): string;
  /** A secret for one purpose, the same after every start. */
  derive(purpose: string): string;
}

/** AES-256-GCM; every sealed text names its version and key, so that keys can be rotated. */
export function createSealer(masterKey: Buffer): Sealer {
  const keyId = createHash('sha256').update(masterKey).digest('hex').slice(0, 8);
  return {
    seal(plain, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [VERSION, keyId, nonce.toString('base64url'), cipher.getAuthTag().toString('base64url'), body.toString('base64url')].join('.');
    },
    open(sealed, about) {
      const [version, sealedWith, nonce = '', tag = '', body = ''] = sealed.split('.');
      if (version !== VERSION || sealedWith !== keyId)
        throw new Error(`A secret in the database was sealed with another master key (${sealedWith}); this one is ${keyId}.`);
      const decipher = createDecipheriv('aes-256-gcm', masterKey, Buffer.from(nonce, 'base64url'));
      decipher.setAAD(Buffer.from(about)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
    derive: (purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32)).toString('hex'),
  };
}
