import { usageError } from '../../app/cli-error.ts';

/** The tenant that is meant: the first word, `--id` or `--tenant`; an id, a slug or the beginning of either. @throws USAGE */
export function tenantRef(word: string | undefined, option: string | undefined): string {
  if (word && option && word !== option) throw usageError(`Two tenants are named: “${word}” and “${option}”.`, 'Name one.');
  const ref = (word ?? option ?? '').trim().toLowerCase();
  if (!ref) throw usageError('Which tenant?', 'Name it by id, slug or the beginning of either; `chat-cli tenant list` shows them.');
  if (!/^[0-9a-z-]{1,64}$/.test(ref))
    throw usageError(`“${word ?? option}” is not a tenant's id or slug.`, '`chat-cli tenant list` shows both.');
  return ref;
}

/** Splits words where the tenant may come first or by `--tenant`: the rest follows it. */
export function tenantAndRest(words: (string | undefined)[], option: string | undefined): { tenant: string; rest: string | undefined } {
  const [first, second] = words;
  if (option && !second) return { tenant: tenantRef(undefined, option), rest: first };
  return { tenant: tenantRef(first, option), rest: second };
}
