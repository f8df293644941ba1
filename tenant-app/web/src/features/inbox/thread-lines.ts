import type { LocalMessage } from './outbox.ts';

export type Line = { kind: 'day'; key: string; at: string } | { kind: 'message'; key: string; message: LocalMessage; first: boolean };

/**
 * What a thread shows from top to bottom: messages (oldest first) with a line before each new day of the zone's calendar. `first` opens a
 * run from one sender. The key of an own message stays the same from the moment it is sent.
 */
export function toLines(messages: LocalMessage[], timeZone: string): Line[] {
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const lines: Line[] = [];
  let day = '';
  let before: LocalMessage | undefined;
  for (const message of messages) {
    const ownDay = dayOf.format(new Date(message.at));
    const newDay = ownDay !== day;
    if (newDay) lines.push({ kind: 'day', key: `day-${message.clientRef ?? message.id}`, at: message.at });
    const first =
      newDay || !before || before.from !== message.from || before.authorName !== message.authorName || before.receipt === 'failed';
    lines.push({ kind: 'message', key: message.clientRef ?? message.id, message, first });
    day = ownDay;
    before = message;
  }
  return lines;
}

/** What was sent here but isn't in the server's list yet comes last. */
export function withOutbox(messages: LocalMessage[], outbox: LocalMessage[]): LocalMessage[] {
  if (outbox.length === 0) return messages;
  const arrived = new Set(messages.map(({ clientRef }) => clientRef));
  return [...messages, ...outbox.filter(({ clientRef }) => !arrived.has(clientRef))];
}
