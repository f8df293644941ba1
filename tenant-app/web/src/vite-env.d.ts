/// <reference types="vite/client" />

declare module 'virtual:tenant-routes' {
  /** The contract without schemas; made by vite.config.ts. */
  export const routes: typeof import('@chat-saas/tenant-app/contract').tenantContract;
}
