import { serveWeb } from '@chat-saas/server/web';
import type { Express } from 'express';
import { getBrand } from '../features/brand/brand.service.ts';
import type { AppContext } from './context.ts';

const NOT_PAGES = /^\/(?:api|assets|brand|c|client|config|health|phone|socket\.io|whatsapp)(?:\/|$)/;

/** The team's screens: every path that isn't somebody else's is a page of the web. */
export function mountScreens(app: Express, ctx: AppContext, dist: string): void {
  serveWeb(app, { dist, brand: () => getBrand(ctx), isPage: (req) => !NOT_PAGES.test(req.path) });
}
