/** Prices and measures never break across lines: “R$ 189,90”, “2 kg”. */
export const unbroken = (text: string) => text.replace(/R\$ (?=\d)/g, 'R$\u00a0').replace(/(\d) (?=kg|g|h|fatias)\b/g, '$1\u00a0');

/** Text and the web addresses in it, in order. A full stop or bracket after an address isn't part of it. */
export function linkParts(text: string): { text: string; href?: string }[] {
  const parts: { text: string; href?: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'”]/gi)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: match[0], href: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}
