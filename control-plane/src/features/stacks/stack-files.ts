import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { secretFilesOf } from './app-process.ts';
import type { StackPlaces } from './stack-folders.ts';

/** Makes a stack's folders (0700) and secret files (0600); what is there already is kept or written anew with the same. */
export function writeStackFolders(
  places: StackPlaces,
  secrets: Record<ReturnType<typeof secretFilesOf>[number]['variable'], string>,
): void {
  for (const folder of [places.home, places.app, places.redis, places.secrets, dirname(places.logs.app)])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { variable, file } of secretFilesOf(places)) {
    writeFileSync(`${file}.new`, secrets[variable], { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}

/** Removes everything of a stack from the disk; may run twice. */
export function removeStackFolders(places: StackPlaces): void {
  rmSync(places.home, { recursive: true, force: true, maxRetries: 5 });
  for (const file of [...Object.values(places.sockets), ...Object.values(places.pids)]) rmSync(file, { force: true });
}
