import express, { type Express } from 'express';
import type { AppContext } from '../../app/context.ts';
import { guard, type Web } from '../../app/guard.ts';
import { fileOf, oneFile } from '../../app/multipart.ts';
import { setPicture } from './brand.service.ts';
import { brandFolder } from './brand-files.ts';

const MAX_PICTURE_BYTES = 2 * 1024 * 1024;

/** `PUT /api/v1/brand/logo` and `/favicon` (multipart `file`), and the public files under `/brand`, named by their content. */
export function mountBrandFiles(app: Express, ctx: AppContext, web: Web): void {
  const parse = oneFile(MAX_PICTURE_BYTES, (multer) => multer.memoryStorage());
  for (const which of ['logo', 'favicon'] as const) {
    app.put(`/api/v1/brand/${which}`, ...guard(ctx, web, 'admin', 20), parse, async (req, res) => {
      res.json(await setPicture(ctx, which, fileOf(req).buffer));
    });
  }
  app.use(
    '/brand',
    express.static(brandFolder(ctx), {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      immutable: true,
      maxAge: '1y',
      setHeaders: (res) => {
        res.setHeader('x-content-type-options', 'nosniff');
        res.setHeader('content-security-policy', "default-src 'none'; sandbox");
      },
    }),
  );
}
