const MOST = 32;

/** The address proposed for a company: “Padaria São João” gives `padaria-sao-joao`; nothing readable gives nothing. */
export function proposeSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
}

/** What a person types, made into what an address may hold; a hyphen at the end stays while they go on. */
export const cleanSlug = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40);

/** Everything after `<slug>.` in tenants' addresses, learned from one of them; the panel's own host where there is none yet. */
export function hostSuffix(sample: { slug: string; appUrl: string } | undefined, panelHost: string): string {
  const host = sample?.appUrl.replace(/^https?:\/\//, '');
  return sample && host?.startsWith(`${sample.slug}.`) ? host.slice(sample.slug.length) : `.${panelHost}`;
}
