import type { Colors } from './style.ts';
import { plain } from './style.ts';

const MAX_CELL = 48;

export interface TableOptions {
  isTerminal: boolean;
  colors: Colors;
  /** Colours a cell that is already made safe. */
  paint?: (cell: string, column: string) => string;
}

/** On a terminal an aligned table with a head; elsewhere tab-separated lines without one, for other programs. */
export async function formatTable(head: string[], rows: string[][], options: TableOptions): Promise<string> {
  if (!options.isTerminal) return rows.map((row) => row.map((cell) => plain(cell).replaceAll('\t', ' ')).join('\t')).join('\n');
  const { default: Table } = await import('cli-table3');
  const none = ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'];
  const chars = Object.fromEntries([...none, 'left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'].map((key) => [key, '']));
  const table = new Table({
    head: head.map((name) => options.colors.dim(name.toUpperCase())),
    chars: { ...chars, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) table.push(row.map((cell, i) => paintCell(cell, head[i] ?? '', options)));
  return table.toString().replace(/ +$/gm, '');
}

function paintCell(cell: string, column: string, { paint }: TableOptions): string {
  const safe = plain(cell).replace(/\s+/g, ' ');
  const chars = [...safe];
  const short = chars.length > MAX_CELL ? `${chars.slice(0, MAX_CELL - 1).join('')}…` : safe;
  return paint ? paint(short, column) : short;
}

/** Name and value, one pair a line; pairs without a value are left out. */
export function formatPairs(pairs: [string, string | null | undefined][], colors: Colors): string {
  const shown = pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== undefined && pair[1] !== '');
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, value]) => `${colors.dim(name.padEnd(width))}  ${plain(value)}`).join('\n');
}
