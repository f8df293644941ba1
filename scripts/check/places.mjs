import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, sourcePaths } from './sources.mjs';

/**
 * What a user can meet, read from the sources: `endpoints` ("GET /tenants/{}"), `pages` ("/tenants/{}"), `scripts`
 * (of package.json) and `hasCommand(words)` for chat-cli.
 */
export function findPlaces(folder) {
  const paths = sourcePaths(folder).filter((path) => !path.includes('.test.'));
  const endpoints = new Set();
  const pages = new Set();
  for (const path of paths.filter((name) => /\.tsx?$/.test(name))) {
    const source = readSource(path, folder);
    for (const endpoint of [...contractEndpoints(source), ...expressEndpoints(source)]) endpoints.add(endpoint);
    if (/\/web\/src\/app\//.test(path)) for (const page of pagePaths(source)) pages.add(page);
  }
  for (const endpoint of endpoints) if (endpoint.startsWith('GET ')) pages.add(endpoint.slice(4));
  const scripts = Object.keys(JSON.parse(readSource('package.json', folder)).scripts ?? {});
  return { endpoints, pages, scripts, hasCommand: (words) => hasCommand(words, folder) };
}

/** The routes that a contract declares: `.route({ method: 'PUT', path: '/x/{id}' … })`. */
export function contractEndpoints(source) {
  return [...source.matchAll(/\.route\(\{([\s\S]*?)\}\)/g)].flatMap(([, body]) => {
    const method = /method:\s*'([A-Z]+)'/.exec(body)?.[1] ?? 'POST';
    const path = /path:\s*'([^']+)'/.exec(body)?.[1];
    return path ? [`${method} ${anyParameter(path)}`] : [];
  });
}

/** Routes added by hand: `app.get('/health', …)`, `router.post(\`…\`)`. */
function expressEndpoints(source) {
  return [
    ...source.matchAll(/\b\w*(?:app|router|express|server)\w*\.(get|post|put|patch|delete)\(\s*(\[[^\]]*\]|['"`][^'"`]+['"`])/gi),
  ].flatMap(([, method, first]) =>
    [...first.matchAll(/['"`](\/[^'"`]*)['"`]/g)].map(([, path]) => `${method.toUpperCase()} ${anyParameter(path)}`),
  );
}

/** Paths of a web's router: literals that begin with a slash, and relative ones of `path: 'x'`, `path="x"`. */
function pagePaths(source) {
  const absolute = [...source.matchAll(/['"`](\/[\w\-/:{}$.()]*)['"`]/g)].map(([, path]) => path);
  const relative = [...source.matchAll(/\bpath[:=]\s*['"]([\w\-:/]+)['"]/g)].map(([, path]) => `/${path.replace(/^\//, '')}`);
  return [...absolute, ...relative].map(anyParameter);
}

/** `/a/{id}`, `/a/:id`, `/a/${x}` and `/a/*rest` are one and the same: `/a/{}`. Prefix and trailing slash go. */
export function anyParameter(path) {
  const plain = path.replace(/^\/api\/v1(?=\/)/, '').replaceAll(/\$?\{[^}]*\}|:\w+|\*\w*/g, '{}');
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain;
}

function hasCommand([noun, verb], folder) {
  const commands = join(folder, 'cli', 'src', 'commands');
  if (!existsSync(commands)) return false;
  const declares = (name, word) => new RegExp(`\\w\\('${word}[ ']`).test(readSource(join('cli/src/commands', name), folder));
  const inNoun = join(commands, noun);
  if (verb) return existsSync(inNoun) && readdirSync(inNoun).some((name) => name.endsWith('.ts') && declares(join(noun, name), verb));
  return readdirSync(commands, { recursive: true }).some((name) => name.endsWith('.commands.ts') && declares(name, noun));
}
