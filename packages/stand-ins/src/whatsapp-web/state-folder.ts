import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certificate, createCertificate, readCertificate } from './certificate.ts';
import type { Account } from './wire.ts';

export interface Medium {
  type: string;
  bytes: Buffer;
}

interface Stored {
  /** Link token of a device -> phone. */
  devices: Record<string, string>;
  accounts: Record<string, Account>;
  mediaTypes: Record<string, string>;
}

const saveDelayMs = 100;

/** Everything that the stand-in remembers: in memory, and in a folder when it is given one. */
export class StateFolder {
  readonly devices: Record<string, string>;
  readonly accounts: Record<string, Account>;
  readonly certificate: Certificate;
  readonly #folder: string | null;
  readonly #media = new Map<string, Medium>();
  readonly #mediaTypes: Record<string, string>;
  #timer: NodeJS.Timeout | null = null;

  constructor(folder: string | null, host: string) {
    this.#folder = folder;
    if (folder) mkdirSync(join(folder, 'media'), { recursive: true });
    const stored: Stored = { devices: {}, accounts: {}, mediaTypes: {}, ...(this.#read('state.json') as Partial<Stored> | null) };
    this.devices = stored.devices;
    this.accounts = stored.accounts;
    this.#mediaTypes = stored.mediaTypes;
    this.certificate = this.#certificate(host);
  }

  /** Writes soon; many changes make one write. */
  save(): void {
    if (!this.#folder || this.#timer) return;
    this.#timer = setTimeout(() => this.flush(), saveDelayMs);
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#write(
      'state.json',
      JSON.stringify({ devices: this.devices, accounts: this.accounts, mediaTypes: this.#mediaTypes } satisfies Stored),
    );
  }

  putMedium(key: string, medium: Medium): void {
    this.#media.set(key, medium);
    this.#mediaTypes[key] = medium.type;
    if (this.#folder) writeFileSync(join(this.#folder, 'media', key), medium.bytes);
    this.save();
  }

  getMedium(key: string): Medium | null {
    const known = this.#media.get(key);
    if (known) return known;
    const type = this.#mediaTypes[key];
    if (!this.#folder || type === undefined) return null;
    return { type, bytes: readFileSync(join(this.#folder, 'media', key)) };
  }

  #certificate(host: string): Certificate {
    const stored = this.#read('certificate.json') as { keyPem: string; certPem: string } | null;
    if (stored) return readCertificate(stored.keyPem, stored.certPem);
    const { keyPem, certPem, spki } = createCertificate(host);
    this.#write('certificate.json', JSON.stringify({ keyPem, certPem }));
    return { keyPem, certPem, spki };
  }

  #read(name: string): unknown {
    if (!this.#folder) return null;
    try {
      return JSON.parse(readFileSync(join(this.#folder, name), 'utf8'));
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  #write(name: string, content: string): void {
    if (!this.#folder) return;
    const path = join(this.#folder, name);
    writeFileSync(`${path}.new`, content, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
}
