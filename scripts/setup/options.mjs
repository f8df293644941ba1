import { resolve } from 'node:path';
import { UserFailure } from './failure.mjs';
import { root } from './paths.mjs';

export const usage = `Usage: npm start -- [options]

  --port N     the port of panel and edge (default: PORT, else 3001)
  --data DIR   where databases, sessions and uploads live (default: DATA_DIR, else .data)
  --fresh      deletes the data folder first
  --no-open    doesn't open the browser
  --dev        restarts the servers and reloads the webs on save (webs on 5173 and 5174)
  --help       shows this`;

/** Reads the arguments of `npm start`. @throws UserFailure naming the wrong one */
export function parseOptions(args, env = process.env) {
  const options = { port: env.PORT || '3001', data: env.DATA_DIR || '.data', fresh: false, open: true, dev: false, help: false };
  const rest = args.flatMap((arg) =>
    /^--(port|data)=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  while (rest.length) take(rest, options);
  return { ...options, port: parsePort(options.port), data: resolve(root, options.data) };
}

function take(rest, options) {
  const arg = rest.shift();
  if (arg === '--port' || arg === '--data') {
    const value = rest.shift();
    if (!value) throw new UserFailure(`${arg} needs a value.\n${usage}`);
    options[arg.slice(2)] = value;
  } else if (arg === '--no-open') options.open = false;
  else if (arg === '--fresh' || arg === '--dev' || arg === '--help') options[arg.slice(2)] = true;
  else throw new UserFailure(`Unknown option ${arg}.\n${usage}`);
}

function parsePort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new UserFailure(`The port must be a number from 1 to 65535, not “${text}”.`);
  return port;
}
