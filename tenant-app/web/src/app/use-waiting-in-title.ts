import { useEffect } from 'react';

/** “(3) Conversas · Doce Aurora”: how many people wait, whatever page names the tab. */
export function useWaitingInTitle(waiting: number): void {
  useEffect(() => {
    const apply = () => {
      const title = document.title.replace(/^\(\d+\) /, '');
      const wanted = waiting > 0 ? `(${waiting}) ${title}` : title;
      if (document.title !== wanted) document.title = wanted;
    };
    apply();
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [waiting]);
}
