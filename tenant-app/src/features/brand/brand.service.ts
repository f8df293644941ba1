import type { Brand } from '@chat-saas/contract';
import { problem } from '@chat-saas/server/problem';
import type { AppContext } from '../../app/context.ts';
import { type BrandDoc, BrandModel } from './brand.model.ts';
import { keepBrandFile, removeBrandFile } from './brand-files.ts';
import { findRefusedCss } from './custom-css.ts';
import { drawPicture, type Picture } from './picture.ts';

const NOTHING: Omit<BrandDoc, '_id'> = {
  companyName: null,
  primaryColor: null,
  secondaryColor: null,
  customCss: '',
  customCssFile: null,
  logo: null,
  favicon: null,
};
const known = new WeakMap<AppContext, Promise<BrandDoc>>();

/** The tenant's face: what was edited, else what the stack was started with. Kept in memory. */
export const getBrand = async (ctx: AppContext): Promise<Brand> => brandView(ctx, await readBrand(ctx));

export async function getBrandForEditing(ctx: AppContext): Promise<Brand & { customCss: string }> {
  const doc = await readBrand(ctx);
  return { ...brandView(ctx, doc), customCss: doc.customCss };
}

/** @throws CSS_REFUSED with the reason */
export async function updateBrand(
  ctx: AppContext,
  { customCss, ...face }: { companyName: string; primaryColor: string; secondaryColor: string; customCss: string },
): Promise<Brand> {
  const css = customCss.trim();
  const refused = css ? await findRefusedCss(css) : null;
  if (refused) throw problem('CSS_REFUSED', { detail: `The style sheet was refused: ${refused}`, params: { reason: refused } });
  return save(ctx, { ...face, customCss: css, customCssFile: css ? await keepBrandFile(ctx, 'custom', Buffer.from(css)) : null });
}

/** `data` is what was uploaded. @throws PICTURE_REFUSED */
export async function setPicture(ctx: AppContext, which: Picture, data: Buffer): Promise<Brand> {
  return save(ctx, { [which]: await keepBrandFile(ctx, which, await drawPicture(which, data)) });
}

/** Back to the default; may run twice. */
export const removePicture = (ctx: AppContext, which: Picture): Promise<Brand> => save(ctx, { [which]: null });

function readBrand(ctx: AppContext): Promise<BrandDoc> {
  const cached = known.get(ctx);
  if (cached !== undefined) return cached;
  const reading = BrandModel.findById('brand')
    .lean()
    .then((doc): BrandDoc => ({ ...NOTHING, ...doc, _id: 'brand' }));
  known.set(ctx, reading);
  reading.catch(() => known.delete(ctx));
  return reading;
}

/** Files are written before the document names them, and removed when it doesn't any more. */
async function save(ctx: AppContext, change: Partial<BrandDoc>): Promise<Brand> {
  const before = await readBrand(ctx);
  await BrandModel.updateOne({ _id: 'brand' }, { $set: change }, { upsert: true });
  known.delete(ctx);
  const after = await readBrand(ctx);
  for (const field of ['customCssFile', 'logo', 'favicon'] as const) {
    const old = before[field];
    if (old && old !== after[field]) await removeBrandFile(ctx, old);
  }
  ctx.emit('brand.changed');
  ctx.events.announce('brand.changed');
  return brandView(ctx, after);
}

function brandView({ config }: AppContext, doc: BrandDoc): Brand {
  const url = (name: string | null) => name && `/brand/${name}`;
  return {
    companyName: doc.companyName ?? config.TENANT_NAME,
    primaryColor: doc.primaryColor ?? config.PRIMARY_COLOR,
    secondaryColor: doc.secondaryColor ?? config.SECONDARY_COLOR,
    logoUrl: url(doc.logo) ?? config.LOGO_URL ?? null,
    faviconUrl: url(doc.favicon),
    customCssUrl: url(doc.customCssFile),
  };
}
