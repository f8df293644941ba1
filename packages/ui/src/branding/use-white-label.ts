import type { Brand } from '@chat-saas/contract';
import { createContext, useContext } from 'react';
import { initialsOf } from '../components/initials.ts';
import { readBrand } from './read-brand.ts';

export interface WhiteLabel {
  brand: Brand;
  /** Shows a brand at once, on this page only: previews and a brand just saved. */
  setBrand: (brand: Brand) => void;
  /** Asks the server again. */
  refetch: () => Promise<void>;
}

export const WhiteLabelContext = createContext<WhiteLabel | null>(null);

/** Whose face the page wears. */
export function useWhiteLabel() {
  const whiteLabel = useContext(WhiteLabelContext) ?? { brand: readBrand(), setBrand: () => undefined, refetch: () => Promise.resolve() };
  return { ...whiteLabel, initials: initialsOf(whiteLabel.brand.companyName) };
}
