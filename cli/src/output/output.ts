import type { Flags } from '../app/flags.ts';
import { parseFields, pickFields, type Shape } from './shape.ts';
import { type Colors, colorsFor, wantsColor } from './style.ts';
import { formatTable } from './table.ts';

const CLEAR_LINE = '\r\u001b[2K';

/** Data on standard output, everything else on standard error. */
export class Output {
  readonly mode: 'text' | 'json' | 'ndjson';
  readonly isTerminal: boolean;
  /** A terminal on standard error that understands cursor movements. */
  readonly canRedraw: boolean;
  readonly colors: Colors;
  readonly errColors: Colors;
  readonly #json: string | boolean | undefined;

  constructor(env: NodeJS.ProcessEnv, flags: Flags) {
    this.mode = flags.ndjson ? 'ndjson' : flags.json ? 'json' : 'text';
    this.isTerminal = process.stdout.isTTY === true;
    this.canRedraw = process.stderr.isTTY === true && env.TERM !== 'dumb';
    this.colors = colorsFor(wantsColor(env, this.isTerminal, flags.color));
    this.errColors = colorsFor(wantsColor(env, process.stderr.isTTY === true, flags.color));
    this.#json = flags.json;
  }

  /** Whether programs read the answer. */
  get isData(): boolean {
    return this.mode !== 'text';
  }

  /**
   * Prepares an answer before anything is done, so that an unknown field is refused first. The function it returns prints
   * the data, or the text for people. @throws USAGE
   */
  answer(shape: Shape): (data: Record<string, unknown>, text: () => string | Promise<string>) => Promise<void> {
    const fields = parseFields(shape, this.#json);
    return async (data, text) => {
      if (this.mode === 'text') return this.print(await text());
      const picked = pickFields(shape, data, fields);
      this.print(this.mode === 'json' ? this.#object(picked) : JSON.stringify({ schema: 1, event: 'result', ...picked }));
    };
  }

  /** One line of the stream; nothing in the other modes. */
  event(event: string, data: Record<string, unknown>): void {
    if (this.mode === 'ndjson') this.print(JSON.stringify({ schema: 1, event, ...data }));
  }

  print(text: string): void {
    if (text !== '') process.stdout.write(`${text}\n`);
  }

  /** A sentence for the person; kept back where a program reads standard error. */
  note(text: string): void {
    if (!this.isData || process.stderr.isTTY) process.stderr.write(`${text}\n`);
  }

  /** Shows at once that something goes on, until the returned function is called. */
  busy(text: string): () => void {
    if (!this.canRedraw) return () => {};
    process.stderr.write(`${CLEAR_LINE}${this.errColors.dim(text)}`);
    return () => process.stderr.write(CLEAR_LINE);
  }

  table(head: string[], rows: string[][], paint?: (cell: string, column: string) => string): Promise<string> {
    return formatTable(head, rows, { isTerminal: this.isTerminal, colors: this.colors, ...(paint ? { paint } : {}) });
  }

  #object(data: Record<string, unknown>): string {
    return JSON.stringify({ schema: 1, ...data }, null, this.isTerminal ? 2 : undefined);
  }
}
