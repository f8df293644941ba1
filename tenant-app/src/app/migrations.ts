import type { Migration } from '@chat-saas/server/mongo';

/** Changes of an existing database beyond its indexes, which the models make at boot. Append only. */
export const migrations: Migration[] = [];
