import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canUseApt, distribution } from './apt.mjs';
import { UserFailure } from './failure.mjs';
import { cacheDir } from './paths.mjs';
import { isExecutable, mustRun, run, which } from './run.mjs';

const version = '8.0.17';
const site = 'https://fastdl.mongodb.org';
const oldestMajor = 5;

/** A `mongod` on PATH that is new enough for our driver, or null. */
export async function findMongod() {
  const file = which('mongod') ?? which('mongod', '/opt/homebrew/bin:/usr/local/bin:/usr/bin');
  return file && (await works(file)) ? file : null;
}

/** The downloaded `mongod` in the cache, or null. */
export async function cachedMongod() {
  const file = join(cacheDir, 'mongodb', version, 'bin', 'mongod');
  return isExecutable(file) && (await works(file)) ? file : null;
}

async function works(file) {
  const { code, output } = await run(file, ['--version'], { timeoutMs: 10_000 });
  const major = Number(/db version v(\d+)/.exec(output)?.[1] ?? 0);
  return code === 0 && major >= oldestMajor;
}

/** Fetches MongoDB from its own site: null where that can't be reached or has nothing for this machine. */
export async function downloadMongod(doing) {
  const file = archivePath(platformFacts());
  if (!file || !(await canReach(`${site}/${file}`))) return null;
  doing(`fetching MongoDB ${version}`);
  const archive = await fetchVerified(`${site}/${file}`);
  const target = join(cacheDir, 'mongodb', version);
  const unpacked = `${target}.new`;
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const tarball = join(unpacked, 'archive.tgz');
  writeFileSync(tarball, archive);
  await mustRun('MongoDB’s archive could not be unpacked.', 'tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  rmSync(tarball);
  rmSync(target, { recursive: true, force: true });
  renameSync(unpacked, target);
  if (!(await cachedMongod()) && canUseApt()) await aptInstall(['libcurl4']);
  return cachedMongod();
}

function platformFacts() {
  const cpu = existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : 'avx';
  const text = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const release = /^VERSION_ID="?([^"\n]*)/m.exec(text)?.[1] ?? '';
  return { platform: process.platform, arch: process.arch, distro: distribution(text), release, hasAvx: /\bavx\b/.test(cpu) };
}

/** Where MongoDB keeps its archive for a machine; null when it has none. */
export function archivePath({ platform, arch, distro, release, hasAvx }) {
  const cpu = { x64: 'x86_64', arm64: platform === 'darwin' ? 'arm64' : 'aarch64' }[arch];
  if (!cpu || (arch === 'x64' && !hasAvx)) return null;
  if (platform === 'darwin') return `osx/mongodb-macos-${cpu}-${version}.tgz`;
  if (platform !== 'linux') return null;
  return `linux/mongodb-linux-${cpu}-${buildFor(distro, release, arch)}-${version}.tgz`;
}

function buildFor(distro, release, arch) {
  const ubuntu = Number.parseFloat(release) >= 24 ? 'ubuntu2404' : 'ubuntu2204';
  if (distro[0] === 'debian') return arch === 'x64' ? 'debian12' : 'ubuntu2204';
  if (distro[0] === 'ubuntu') return ubuntu;
  if (distro.includes('rhel') || distro.includes('fedora')) return 'rhel93';
  return 'ubuntu2204';
}

async function canReach(url) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(3_000) });
    return response.ok;
  } catch {
    return false; // offline or closed network: the caller goes on to the next engine
  }
}

async function fetchVerified(url) {
  const published = await fetchBytes(`${url}.sha256`);
  const archive = await fetchBytes(url);
  const expected = published.toString('utf8').trim().split(/\s+/)[0];
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== expected) throw new UserFailure(`MongoDB's archive doesn't match its published checksum (${url}): nothing was installed.`);
  return archive;
}

async function fetchBytes(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(300_000) });
  if (!response.ok) throw new UserFailure(`${url} answered ${response.status}.`);
  return Buffer.from(await response.arrayBuffer());
}
