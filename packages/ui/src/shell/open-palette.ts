import { spotlight } from '@mantine/spotlight';
import { palette } from '../app/wanted.ts';

/** Ctrl-K, from a button. */
export function openPalette(): void {
  palette.want();
  spotlight.open();
}

export function togglePalette(): void {
  palette.want();
  spotlight.toggle();
}
