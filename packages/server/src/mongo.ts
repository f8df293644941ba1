import mongoose from 'mongoose';
import type { Logger } from 'pino';

mongoose.set('strictQuery', 'throw'); // a misspelt field must not match everything
mongoose.set('autoIndex', false); // `prepareDatabase` makes them once, at boot
mongoose.set('autoCreate', false);

/**
 * Connects mongoose's default connection: one process, one database.
 * @throws Error in one sentence when the server doesn't answer within 10 s.
 */
export async function connectMongo(uri: string, dbName: string): Promise<void> {
  try {
    await mongoose.connect(uri, {
      dbName,
      serverSelectionTimeoutMS: 10_000,
      maxPoolSize: 10,
      minPoolSize: 0,
      maxIdleTimeMS: 60_000,
      retryWrites: false,
    });
  } catch (error) {
    throw new Error(`The database does not answer at ${withoutPassword(uri)}. Is it running?`, { cause: error });
  }
}

export const withoutPassword = (uri: string) => uri.replace(/\/\/[^@/]+@/, '//[hidden]@');

/** A numbered, expand-only change of a database; `up` may run twice. */
export interface Migration {
  id: number;
  name: string;
  up(db: mongoose.mongo.Db): Promise<void>;
}

/** Makes collections and indexes, then runs the migrations that this database hasn't seen, in order. Answers with their names. */
export async function prepareDatabase(migrations: Migration[], log: Logger): Promise<string[]> {
  for (const model of Object.values(mongoose.models)) await model.createIndexes();
  const db = mongoose.connection.db;
  if (!db) throw new Error('The database is not connected.');
  const done = db.collection<{ _id: string; at: Date }>('migrations');
  const ran: string[] = [];
  for (const migration of [...migrations].sort((a, b) => a.id - b.id)) {
    const key = `${String(migration.id).padStart(4, '0')}-${migration.name}`;
    if (await done.findOne({ _id: key })) continue;
    await migration.up(db);
    await done.updateOne({ _id: key }, { $setOnInsert: { at: new Date() } }, { upsert: true });
    log.info({ migration: key }, 'migration ran');
    ran.push(key);
  }
  return ran;
}

/** True when the database answers within the time. */
export async function isMongoAlive(timeoutMs = 2000): Promise<boolean> {
  const ping = mongoose.connection.db?.command({ ping: 1 });
  if (!ping) return false;
  return Promise.race([
    ping.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, timeoutMs, false).unref()),
  ]);
}

/** E11000: another document already has this unique value. Answers with the field's index name, else null. */
export function duplicateKey(error: unknown): string | null {
  const { code, message } = (error ?? {}) as { code?: number; message?: string };
  if (code !== 11000) return null;
  return /index:? '?(?:\S+\$)?([\w.]+)/i.exec(message ?? '')?.[1] ?? 'unknown'; // MongoDB: `index: code_1 dup key`, DocumentDB: `Index 'code_1'`
}
