import { HexColor } from '@chat-saas/contract';
import { useWhiteLabel } from '@chat-saas/ui/branding/use-white-label.ts';
import { useEffect, useRef } from 'react';

/** Dresses the whole page in colours that aren't saved yet; leaving takes them off. */
export function useBrandPreview({
  companyName,
  primaryColor,
  secondaryColor,
}: {
  companyName: string;
  primaryColor: string;
  secondaryColor: string;
}): void {
  const { brand, setBrand, refetch } = useWhiteLabel();
  const latest = useRef({ brand, setBrand, refetch });
  useEffect(() => {
    latest.current = { brand, setBrand, refetch };
  });
  useEffect(() => {
    const shown = latest.current.brand;
    const isValid = HexColor.safeParse(primaryColor).success && HexColor.safeParse(secondaryColor).success;
    if (!isValid) return;
    const name = companyName.trim() || shown.companyName;
    if (shown.primaryColor === primaryColor && shown.secondaryColor === secondaryColor && shown.companyName === name) return;
    latest.current.setBrand({ ...shown, primaryColor, secondaryColor, companyName: name });
  }, [companyName, primaryColor, secondaryColor]);
  useEffect(() => () => void latest.current.refetch(), []);
}
