import { BRAND_DEFAULTS, Brand } from '@chat-saas/contract';
import { describe, expect, it } from '@jest/globals';
import { parseBrand } from './read-brand.ts';

const aurora = {
  companyName: 'Doce Aurora',
  primaryColor: '#2B59E0',
  secondaryColor: '#ef6a4b',
  logoUrl: '/brand/logo.png',
  faviconUrl: null,
  customCssUrl: null,
};

describe('the brand in the page', () => {
  it('is read as it was written', () => expect(parseBrand(JSON.stringify(aurora))).toEqual({ ...aurora, primaryColor: '#2b59e0' }));

  it.each(['', 'null', '{"companyName":', '"text"'])('without one (%s), the page wears the product’s own', (text) =>
    expect(parseBrand(text)).toMatchObject(BRAND_DEFAULTS),
  );

  it('keeps to the contract', () => {
    for (const text of ['', JSON.stringify(aurora), '{"logoUrl":7,"companyName":" "}'])
      expect(Brand.safeParse(parseBrand(text)).success).toBe(true);
  });

  it('a wrong field falls back alone', () => {
    const brand = parseBrand(JSON.stringify({ ...aurora, primaryColor: 'red; background: url(x)' }));
    expect(brand).toMatchObject({ companyName: 'Doce Aurora', primaryColor: '#4f46e5', secondaryColor: '#ef6a4b' });
  });
});
