/** `createQueryUtils(api)`: TanStack Query options for every procedure: `orpc.tenants.list.queryOptions({ input })`, `.mutationOptions()`, `.key()`. */
export { createTanstackQueryUtils as createQueryUtils } from '@orpc/tanstack-query';
