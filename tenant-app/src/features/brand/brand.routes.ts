import type { Handlers } from '@chat-saas/server/rpc';
import type { Actor, AppContext } from '../../app/context.ts';
import type { brandContract } from './brand.contract.ts';
import { getBrand, getBrandForEditing, removePicture, updateBrand } from './brand.service.ts';

export const brandRoutes: Handlers<typeof brandContract, AppContext, Actor> = {
  get: ({ ctx }) => getBrand(ctx),
  edit: ({ ctx }) => getBrandForEditing(ctx),
  update: ({ ctx, input }) => updateBrand(ctx, input),
  removePicture: ({ ctx, input }) => removePicture(ctx, input.picture),
};
