/// <reference types="vite/client" />

declare module 'virtual:platform-routes' {
  /** The contract without schemas; made by vite.config.ts. */
  export const routes: typeof import('@chat-saas/control-plane/contract').platformContract;
}
