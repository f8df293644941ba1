import { newId } from '@chat-saas/contract';
import { useRef } from 'react';

/** The key of one request, the same however often it is sent; other input is another request. */
export function useIdempotencyKey(): (input: unknown) => string {
  const last = useRef({ input: '', key: '' });
  return (input) => {
    const text = JSON.stringify(input);
    if (last.current.input !== text) last.current = { input: text, key: newId() };
    return last.current.key;
  };
}
