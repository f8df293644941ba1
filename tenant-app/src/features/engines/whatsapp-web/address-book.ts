import { type Peer, peerFromRaw, userPeer } from '../engine-message.ts';
import { withDeadline } from './deadline.ts';
import type { WebClient } from './whatsapp-web-client.ts';

const lookUpMs = 5_000;
const rememberedAddresses = 5_000;

/** One person has several addresses at WhatsApp; above the engine there is one, the phone number's. */
export class AddressBook {
  readonly #client: WebClient;
  /** Hidden id (`@lid`) → the phone number behind it. */
  readonly #numbers = new Map<string, Peer>();
  /** Number as it was asked for → the address that WhatsApp knows it by (Brazil's ninth digit comes and goes). */
  readonly #addresses = new Map<string, string>();

  constructor(client: WebClient) {
    this.#client = client;
  }

  /** The peer by its phone number, where WhatsApp tells it. */
  async canonical(peer: Peer): Promise<Peer> {
    if (!peer.raw.endsWith('@lid')) return peer;
    const known = this.#numbers.get(peer.raw);
    if (known) return known;
    const asking = this.#client.getContactLidAndPhone([peer.raw]) as Promise<{ lid?: string; pn?: string }[]>;
    const found = await withDeadline(asking, lookUpMs, () => new Error('late')).catch(() => []); // the hidden id works as an address too
    const number = found[0]?.pn;
    if (!number?.endsWith('@c.us')) return peer;
    const canonical = userPeer(peerFromRaw(number).e164 ?? '');
    remember(this.#numbers, peer.raw, canonical);
    return canonical;
  }

  /** The address to send to. @returns null when the number is not on WhatsApp. @throws timeout, engine_crashed */
  async addressOf(peer: Peer, exists: (e164: string) => Promise<{ peer?: Peer }>): Promise<string | null> {
    if (peer.kind !== 'user' || !peer.raw.endsWith('@c.us')) return peer.raw;
    const known = this.#addresses.get(peer.raw);
    if (known !== undefined) return known;
    const { peer: found } = await exists(peer.e164 ?? peer.raw);
    if (!found) return null;
    remember(this.#addresses, peer.raw, found.raw);
    return found.raw;
  }
}

function remember<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value);
  if (map.size > rememberedAddresses) map.delete(map.keys().next().value ?? '');
}
