/** Every word typed begins or is inside some word of the action; accents and case don't count. */
export function matchesAction(
  { label, description = '', keywords = [] }: { label: string; description?: string; keywords?: string[] },
  query: string,
): boolean {
  const text = plain([label, description, ...keywords].join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
