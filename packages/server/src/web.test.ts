import { BRAND_DEFAULTS } from '@chat-saas/contract';
import { expect, it } from '@jest/globals';
import { withBrand } from './web.ts';

const brand = { ...BRAND_DEFAULTS, logoUrl: null, faviconUrl: null, customCssUrl: null };

it('puts a hostile name into the page as text only', () => {
  const html = withBrand('<head><title>x</title></head><body></body>', {
    ...brand,
    companyName: '</script><img src=x onerror=alert(1)> $& R$',
  });
  expect(html).not.toMatch(/<img|<\/script><img/);
  expect(html).toContain('<title>&#60;/script&#62;');
  const island = /id="brand">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  expect((JSON.parse(island) as { companyName: string }).companyName).toBe('</script><img src=x onerror=alert(1)> $& R$');
});
