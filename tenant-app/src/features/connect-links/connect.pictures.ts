/** Step pictures and marks, inline so that the page is one request. Colours come from the page's variables. */
const phone = (inside: string) =>
  `<svg class="pic" viewBox="0 0 56 56" aria-hidden="true"><rect x="14" y="4" width="28" height="48" rx="6" class="s"/><path d="M25 8h6" class="l"/>${inside}</svg>`;
const mark = (inside: string) => `<svg viewBox="0 0 24 24" aria-hidden="true" class="mark">${inside}</svg>`;

export const pictures = {
  open: phone(
    '<circle cx="28" cy="28" r="9" class="p"/><path d="M24.5 26c0 4 3 6.500 6 6.500l1.500-2-2.300-1-1 .8c-1-.5-1.700-1.300-2.200-2.200l.8-1-.8-2.300z" class="w"/>',
  ),
  menu: phone(
    '<path d="M20 17h10M20 23h8" class="l"/><rect x="18" y="28" width="20" height="9" rx="3" class="p"/><path d="M21.500 32.500h9" class="wl"/><path d="M20 43h10" class="l"/>',
  ),
  scan: phone(
    '<path d="M20 24v-4h4M32 20h4v4M36 32v4h-4M24 36h-4v-4" class="pl"/><path d="M25 25h2.500v2.500H25zM29.500 25H32v2.500h-2.500zM25 29.500h2.500V32H25zM30 30h2v2h-2z" class="k"/>',
  ),
  lock: '<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M4 7V5a4 4 0 018 0v2M3.500 7h9v7h-9z" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round"/></svg>',
  check: mark('<path d="M5 12.500l4.500 4.500L19 7.500"/>'),
  cross: mark('<path d="M12 4v10M12 19.500v.1" stroke-width="2.600"/>'),
  phone: mark('<rect x="7" y="3" width="10" height="18" rx="2.500"/><path d="M10.500 12l1.200 1.200 2-2.200"/>'),
};
