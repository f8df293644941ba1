import type { Brand } from '@chat-saas/contract';

const DEFAULT_BRAND: Brand = {
  companyName: 'Chat System',
  primaryColor: '#4f46e5',
  secondaryColor: '#7c3aed',
  logoUrl: null,
  faviconUrl: null,
  customCssUrl: null,
};

/** The brand that the server wrote into the page (`<script type="application/json" id="brand">`), else the product's own. */
export function readBrand(page: Document = document): Brand {
  return parseBrand(page.getElementById('brand')?.textContent ?? '');
}

/**
 * Fields that are missing or wrong fall back one by one: a brand half filled in is still that tenant's. Checked by hand, since the
 * contract's schema would bring all of zod to the first page.
 */
export function parseBrand(text: string): Brand {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return DEFAULT_BRAND; // an empty or cut script tag: the page works, unbranded
  }
  if (typeof given !== 'object' || given === null) return DEFAULT_BRAND;
  const { companyName, primaryColor, secondaryColor, logoUrl, faviconUrl, customCssUrl } = given as Record<string, unknown>;
  return {
    companyName: typeof companyName === 'string' && companyName.trim() ? companyName.trim() : DEFAULT_BRAND.companyName,
    primaryColor: colorOr(primaryColor, DEFAULT_BRAND.primaryColor),
    secondaryColor: colorOr(secondaryColor, DEFAULT_BRAND.secondaryColor),
    logoUrl: urlOrNull(logoUrl),
    faviconUrl: urlOrNull(faviconUrl),
    customCssUrl: urlOrNull(customCssUrl),
  };
}

const colorOr = (value: unknown, fallback: string) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : fallback;
const urlOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
