import { useEffect } from 'react';
import { useWhiteLabel } from './use-white-label.ts';

/** Names the browser's tab: page, then brand. */
export function useDocumentTitle(title: string): void {
  const { brand } = useWhiteLabel();
  useEffect(() => {
    document.title = `${title} · ${brand.companyName}`;
  }, [title, brand.companyName]);
}
