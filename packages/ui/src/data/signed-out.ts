const SIGNED_OUT = 'signed-out';

/** The server says that the session is over. */
export const announceSignedOut = () => window.dispatchEvent(new Event(SIGNED_OUT));

/** @returns the function that stops listening. */
export function onSignedOut(act: () => void): () => void {
  window.addEventListener(SIGNED_OUT, act);
  return () => window.removeEventListener(SIGNED_OUT, act);
}
