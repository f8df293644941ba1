import type { Brand } from '@chat-saas/contract';
import { MantineProvider } from '@mantine/core';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { brandTheme } from '../theme/theme.ts';
import { readBrand } from './read-brand.ts';
import { WhiteLabelContext } from './use-white-label.ts';

interface Props {
  /** Asks the server for the brand; `refetch` does nothing without it. */
  loadBrand?: () => Promise<Brand>;
  children: ReactNode;
}

/** Gives the page its face: theme and CSS variables from two colours, the tab's icon, the tenant's own stylesheet. */
export function BrandProvider({ loadBrand, children }: Props) {
  const [brand, setBrand] = useState(readBrand);
  const { theme, resolver } = useMemo(
    () => brandTheme(brand.primaryColor, brand.secondaryColor),
    [brand.primaryColor, brand.secondaryColor],
  );
  const refetch = useCallback(async () => {
    if (loadBrand) setBrand(await loadBrand());
  }, [loadBrand]);
  const whiteLabel = useMemo(() => ({ brand, setBrand, refetch }), [brand, refetch]);

  useHeadLink('icon', brand.faviconUrl);
  useHeadLink('stylesheet', brand.customCssUrl);
  useEffect(() => {
    document.title ||= brand.companyName;
  }, [brand.companyName]);

  return (
    <WhiteLabelContext.Provider value={whiteLabel}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        {children}
      </MantineProvider>
    </WhiteLabelContext.Provider>
  );
}

/** One `<link>` in the head; for the icon, the page's own one is swapped and comes back when there is none. */
function useHeadLink(rel: 'icon' | 'stylesheet', href: string | null) {
  useEffect(() => {
    if (!href) return;
    const own = rel === 'icon' ? document.head.querySelectorAll('link[rel="icon"]') : [];
    for (const link of own) link.remove();
    const link = Object.assign(document.createElement('link'), { rel, href });
    document.head.append(link);
    return () => {
      link.remove();
      document.head.append(...own);
    };
  }, [rel, href]);
}
