import mongoose from 'mongoose';
import { createLocalDriver } from '../features/stacks/local-driver.ts';
import type { StackDriver } from '../features/stacks/stack-driver.ts';
import type { Config } from './config.ts';

/** The driver that this control plane runs stacks with. */
export function createStacks(config: Config): Promise<StackDriver> {
  return createLocalDriver({
    dataDir: config.DATA_DIR,
    redisServer: config.REDIS_SERVER,
    mongodbUri: config.MONGODB_URI,
    smtpUrl: config.SMTP_URL ?? null,
    app: {
      main: config.TENANT_APP_MAIN,
      panelUrl: config.PUBLIC_URL,
      chromium: config.CHROMIUM ?? null,
      chromiumArgs: config.CHROMIUM_ARGS ?? null,
      mailFrom: config.MAIL_FROM,
      rateLimits: config.RATE_LIMITS,
      logLevel: config.LOG_LEVEL,
    },
    database: {
      has: async (name) => {
        const { databases } = await mongoose.connection.getClient().db('admin').admin().listDatabases({ nameOnly: true });
        return databases.some((database) => database.name === name);
      },
      drop: async (name) => {
        await mongoose.connection.getClient().db(name).dropDatabase();
      },
    },
  });
}
