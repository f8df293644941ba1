import { Brand, HexColor, line, paragraph, procedure } from '@chat-saas/contract';
import { z } from 'zod';

/** Pictures are sent to `PUT /api/v1/brand/logo` and `/favicon` as multipart field `file` (see `brand-files.routes.ts`). */
export const brandContract = {
  get: procedure({ access: 'public' })
    .route({ method: 'GET', path: '/brand', summary: 'The brand that the screens wear', tags: ['Brand'] })
    .output(Brand),
  edit: procedure({ access: 'admin' })
    .route({ method: 'GET', path: '/brand/settings', summary: 'The brand with its style sheet, for editing', tags: ['Brand'] })
    .output(Brand.extend({ customCss: z.string() })),
  update: procedure({ access: 'admin' })
    .route({ method: 'PUT', path: '/brand', summary: 'Change name, colours and style sheet', tags: ['Brand'] })
    .input(z.object({ companyName: line(80), primaryColor: HexColor, secondaryColor: HexColor, customCss: paragraph(20_000).default('') }))
    .output(Brand)
    .errors({ CSS_REFUSED: { status: 400, message: 'The style sheet has something that is not allowed.' } }),
  removePicture: procedure({ access: 'admin' })
    .route({ method: 'DELETE', path: '/brand/{picture}', summary: 'Back to the default logo or favicon', tags: ['Brand'] })
    .input(z.object({ picture: z.enum(['logo', 'favicon']) }))
    .output(Brand),
};
