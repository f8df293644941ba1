/** A failure that the person at the keyboard can mend: shown as its sentence alone, without a stack. */
export class UserFailure extends Error {}

const sentences = {
  EACCES: (path) => `${path} can't be written: this user lacks the permission.`,
  EPERM: (path) => `${path} can't be written: this user lacks the permission.`,
  EROFS: (path) => `${path} can't be written: that file system is read-only.`,
  ENOSPC: (path) => `The disk that holds ${path} is full: make room and start again.`,
  EDQUOT: (path) => `The disk quota for ${path} is used up: make room and start again.`,
  ENOENT: (path) => `${path} can't be made: its parent folder is missing or read-only.`,
  ENOTDIR: (path) => `${path} can't be a folder: a part of that path is a file.`,
};

/** Turns a file system's error about `path` into a sentence; other errors come back as they are. */
export function explainFileError(error, path) {
  const sentence = sentences[error?.code];
  return sentence ? new UserFailure(sentence(path), { cause: error }) : error;
}

/** Prints what went wrong: one sentence for a UserFailure, the whole stack for a bug. */
export function printFailure(error) {
  console.error(error instanceof UserFailure ? `\n✗ ${error.message}` : error);
}
