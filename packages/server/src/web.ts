import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brand } from '@chat-saas/contract';
import express, { type Express, type Request } from 'express';

export interface WebOptions {
  /** Folder that Vite built. */
  dist: string;
  brand(): Promise<Brand>;
  /** Whether this path is a page of the web (then `index.html` answers). */
  isPage(req: Request): boolean;
}

/** Serves a built web; its first bytes carry the brand, so that nothing flashes. */
export function serveWeb(app: Express, { dist, brand, isPage }: WebOptions): void {
  const index = join(dist, 'index.html');
  app.use('/assets', express.static(join(dist, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  app.use(express.static(dist, { index: false, maxAge: '1h' }));
  app.get('/*path', page);
  app.get('/', page);

  async function page(req: Request, res: express.Response, next: express.NextFunction) {
    if (!req.accepts('html') || !isPage(req)) return next();
    const template = await readFile(index, 'utf8').catch(() => null); // read anew: a build under a running server shows at once
    if (template === null) return res.status(503).type('text/plain').send('The screens are not built yet. Run: npm run build');
    res.setHeader('cache-control', 'no-cache');
    res.type('html').send(withBrand(template, await brand()));
  }
}

/** Puts the brand into the page: a JSON island and the title. Replacements are functions: `$&` in a name means nothing. */
export function withBrand(html: string, brand: Brand): string {
  const json = JSON.stringify(brand).replaceAll('<', '\\u003c');
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeHtml(brand.companyName)}</title>`)
    .replace('</head>', () => `<script type="application/json" id="brand">${json}</script></head>`);
}

export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
