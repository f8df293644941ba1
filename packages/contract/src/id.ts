const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base32: no i, l, o, u
const LETTERS = 'abcdefghjkmnpqrstvwxyz';

/** 20 characters, sortable by creation time (48 bits of milliseconds, then 50 random bits). Not a secret. */
export function newId(now: number = Date.now()): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  return time + newSecret(10);
}

/** 12 characters, safe in host names, database names and shell words. */
export function newTenantId(): string {
  const [first = 0] = crypto.getRandomValues(new Uint8Array(1));
  return LETTERS[first % LETTERS.length] + newSecret(11);
}

/** Random base32 text; 26 characters carry 130 bits. */
export function newSecret(length = 26): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => ALPHABET[byte % 32]).join('');
}

export const TENANT_ID_LENGTH = 12;
