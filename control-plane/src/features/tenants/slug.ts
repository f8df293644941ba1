const MOST = 32;
const RESERVED = new Set(
  'www api admin app apps mail smtp imap pop ftp ns ns1 ns2 mx panel painel master owner partner portal status static assets cdn docs help suporte support billing checkout login auth conta account dashboard c client localhost test dev staging prod internal edge metrics grafana webhook webhooks'.split(
    ' ',
  ),
);

/** A host name's first label out of a company's name: “Padaria São João” gives `padaria-sao-joao`; nothing readable gives `cliente`. */
export function slugOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  return folded || 'cliente';
}

/** Names that would be taken for the house's own, or that DNS reads as something else. */
export const isReservedSlug = (slug: string) => RESERVED.has(slug) || /^..--/.test(slug);

/** The first of `base`, `base-2`, `base-3`, … that is neither reserved nor taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if (!isReservedSlug(slug) && !taken.has(slug)) return slug;
  }
}
