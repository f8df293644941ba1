import { BRAND_DEFAULTS, Brand } from '@chat-saas/contract';

const DEFAULT_BRAND: Brand = { ...BRAND_DEFAULTS, logoUrl: null, faviconUrl: null, customCssUrl: null };

/** The brand that the server wrote into the page (`<script type="application/json" id="brand">`), else the product's own. */
export function readBrand(page: Document = document): Brand {
  return parseBrand(page.getElementById('brand')?.textContent ?? '');
}

/** Fields that are missing or wrong fall back one by one: a brand half filled in is still that tenant's. */
export function parseBrand(text: string): Brand {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return DEFAULT_BRAND; // an empty or cut script tag: the page works, unbranded
  }
  if (typeof given !== 'object' || given === null) return DEFAULT_BRAND;
  const brand: Record<string, unknown> = { ...DEFAULT_BRAND };
  for (const [name, schema] of Object.entries(Brand.shape)) {
    const field = schema.safeParse((given as Record<string, unknown>)[name]);
    if (field.success) brand[name] = field.data;
  }
  return Brand.parse(brand);
}
