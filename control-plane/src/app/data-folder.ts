import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { livingProcess, writePidFile } from '../features/stacks/process-identity.ts';
import { makeRunFolder, runFolderOf } from '../features/stacks/stack-folders.ts';

/**
 * Makes the data folder and takes it for this process: one control plane per folder. Answers with the way to give it back.
 * @throws Error in one sentence when it can't be made, or another control plane has it
 */
export function lockDataFolder(dataDir: string): () => void {
  const runDir = runFolderOf(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    makeRunFolder(runDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code ? new Error(`The data folder ${dataDir} cannot be used (${code}).`, { cause: error }) : error;
  }
  const file = join(runDir, 'panel.pid');
  const other = livingProcess(file);
  if (other && other.pid !== process.pid)
    throw new Error(`${dataDir} is in use by another control plane (process ${other.pid}). Stop it first.`);
  writePidFile(file, process.pid);
  return () => rmSync(file, { force: true });
}
