import { useCallback, useState } from 'react';

const key = (conversationId: string) => `draft-${conversationId}`;

/** What was begun to be written to this contact; kept until it is sent or the browser's tab is closed. */
export function useDraft(conversationId: string) {
  const [text, setText] = useState(() => sessionStorage.getItem(key(conversationId)) ?? '');
  const write = useCallback(
    (next: string) => {
      setText(next);
      if (next) sessionStorage.setItem(key(conversationId), next);
      else sessionStorage.removeItem(key(conversationId));
    },
    [conversationId],
  );
  return [text, write] as const;
}
