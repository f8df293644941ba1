import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { livingProcess, writePidFile } from '../features/stacks/process-identity.ts';
import { makeRunFolder, runFolderOf } from '../features/stacks/stack-folders.ts';

/** One control plane per data folder. Answers with the way to give it back. @throws Error in one sentence when another one runs */
export function lockDataFolder(dataDir: string): () => void {
  const runDir = runFolderOf(dataDir);
  makeRunFolder(runDir);
  const file = join(runDir, 'panel.pid');
  const other = livingProcess(file);
  if (other && other.pid !== process.pid)
    throw new Error(`${dataDir} is in use by another control plane (process ${other.pid}). Stop it first.`);
  writePidFile(file, process.pid);
  return () => rmSync(file, { force: true });
}
