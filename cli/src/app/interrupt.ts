import { EXIT } from './exit-code.ts';

const SHOW_CURSOR = '\u001b[?25h';
let parting = 'Interrupted.';

/** What Ctrl-C says from now on; the returned function takes it back. */
export function onInterruptSay(sentence: string): () => void {
  const before = parting;
  parting = sentence;
  return () => {
    parting = before;
  };
}

/** Ctrl-C ends this program only: what the server has begun goes on. */
export function listenForInterrupt(): void {
  process.on('SIGINT', () => {
    process.stderr.write(`${process.stderr.isTTY ? SHOW_CURSOR : ''}\n${parting}\n`);
    process.exit(EXIT.interrupted);
  });
}
