import { createHash } from 'node:crypto';
import { transform, transformSync, version } from 'esbuild';

const base = {
  target: 'node24',
  jsx: 'automatic',
  sourcemap: 'inline',
  // as Node's own type stripping: only `import type` disappears
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
};

function optionsFor(filename, isEsm) {
  return { ...base, loader: filename.endsWith('.tsx') ? 'tsx' : 'ts', format: isEsm ? 'esm' : 'cjs', sourcefile: filename };
}

/** Jest transformer: strips types with esbuild, as Node does when it runs the file. */
const transformer = {
  canInstrument: false,
  getCacheKey(source, filename, { supportsStaticESM }) {
    const key = [version, JSON.stringify(optionsFor(filename, supportsStaticESM)), source].join('\0');
    return createHash('sha256').update(key).digest('hex').slice(0, 32);
  },
  process(source, filename, { supportsStaticESM }) {
    return transformSync(source, optionsFor(filename, supportsStaticESM));
  },
  processAsync(source, filename, { supportsStaticESM }) {
    return transform(source, optionsFor(filename, supportsStaticESM));
  },
};

export default transformer;
