import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What others build on: always there and first, in the order that Mantine asks for. @see https://mantine.dev/styles/css-files-list/ */
const BASE = [
  'ScrollArea',
  'UnstyledButton',
  'VisuallyHidden',
  'Paper',
  'Popover',
  'CloseButton',
  'Group',
  'Loader',
  'Overlay',
  'ModalBase',
  'Input',
  'InlineInput',
  'Flex',
  'FloatingIndicator',
  'ActionIcon',
];
const STYLES = join(dirname(fileURLToPath(import.meta.resolve('@mantine/core/styles.css'))), 'styles');
const FIRST = ['default-css-variables', 'baseline', 'global', ...BASE]
  .map((name) => `@import '@mantine/core/styles/${name}.layer.css';`)
  .join('\n');

/**
 * Builds with the styles of those Mantine components that a page really uses, beside the component's own code, instead of all of them on
 * the first page. They stand in a CSS layer, so the order in which pages load them can't beat our own rules. While developing, all are there.
 */
export function mantineStyles(): Plugin {
  return {
    name: 'mantine-styles',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (id.endsWith('/theme/global.css')) return code.replace("@import '@mantine/core/styles.layer.css';", FIRST);
      const name = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1];
      if (!name || BASE.includes(name) || !existsSync(join(STYLES, `${name}.layer.css`))) return null;
      return `import '@mantine/core/styles/${name}.layer.css';\n${code}`;
    },
  };
}
