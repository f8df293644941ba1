import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Express } from 'express';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The OpenAPI document and a page that reads it; nothing is loaded from outside. */
export function apiDocs(app: Express, prefix: string, title: string, generate: () => Promise<unknown>): void {
  let document: Promise<unknown> | undefined;
  app.get(`${prefix}/openapi.json`, async (_req, res) => {
    document ??= generate();
    res.json(await document);
  });
  app.get(`${prefix}/docs/start.js`, (_req, res) => {
    res.type('text/javascript').send(`SwaggerUIBundle({ url: '${prefix}/openapi.json', dom_id: '#docs', deepLinking: true });`);
  });
  app.get(`${prefix}/docs`, (_req, res) => {
    res.type('html').send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="${prefix}/docs/assets/swagger-ui.css"><link rel="icon" href="data:,"></head>
<body><div id="docs"></div><script src="${prefix}/docs/assets/swagger-ui-bundle.js"></script><script src="${prefix}/docs/start.js"></script></body></html>`);
  });
  app.use(`${prefix}/docs/assets`, express.static(assets, { index: false, maxAge: '1d' }));
}
