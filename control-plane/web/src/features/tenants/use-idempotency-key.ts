import { newSecret } from '@chat-saas/contract';
import { useRef } from 'react';

/** One key per different input: sending the same again, after an answer was lost, makes nothing twice; what was changed is a new wish. */
export function useIdempotencyKey(): (input: object) => string {
  const last = useRef({ text: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.text !== text) last.current = { text, key: newSecret() };
    return last.current.key;
  };
}
