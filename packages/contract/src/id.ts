const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base32: no i, l, o, u
const LETTERS = 'abcdefghjkmnpqrstvwxyz';

const COUNT = 32 ** 4;
let count = 0;

/** 20 characters, sortable by creation time and, within a millisecond, by the order of the calls of one process. Not a secret. */
export function newId(now: number = Date.now()): string {
  count = (count + 1) % COUNT;
  return digits(now, 10) + digits(count, 4) + newSecret(6);
}

function digits(value: number, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++, rest = Math.floor(rest / 32)) text = ALPHABET[rest % 32] + text;
  return text;
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
