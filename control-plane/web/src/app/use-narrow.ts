import { useMediaQuery } from '@mantine/hooks';

/** A tablet held upright: room for a table's main columns only. */
export const useNarrow = (): boolean => useMediaQuery('(width < 62em)', undefined, { getInitialValueInEffect: false }) ?? false;
