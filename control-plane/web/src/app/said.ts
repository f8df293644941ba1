import type { TFunction } from 'i18next';

/** What the control plane tells of stacks and steps, one English sentence each, and the text that says it in the person's language. */
const SENTENCES: [RegExp, string][] = [
  [/^This host can run it\.$/, 'canRun'],
  [/^New secrets, sealed\.$/, 'secretsMade'],
  [/^The secrets are there already\.$/, 'secretsKept'],
  [/^Folders are there, closed to others\.$/, 'foldersMade'],
  [/^Folders are gone\.$/, 'foldersGone'],
  [/^The database is gone\.$/, 'databaseGone'],
  [/^Nothing is left of it\.$/, 'nothingLeft'],
  [/^(?:Redis|The app) answers already\.$/, 'answersAlready'],
  [/^Redis answers on its own socket\.$/, 'redisAnswers'],
  [/^The app answers after (?<ms>\d+) ms\.$/, 'appAnswers'],
  [/^It has ended\.$/, 'ended'],
  [/^It was not running\.$/, 'notRunning'],
  [/^(?<email>\S+) can sign in\.$/, 'canSignIn'],
  [/^(?<email>\S+) was there already\.$/, 'thereAlready'],
  [/^The first administrator has been told the password already\.$/, 'passwordTold'],
  [/^There is a number already\.$/, 'numberThere'],
  [/^A number on the engine (?<engine>\S+) waits to be linked\.$/, 'numberWaits'],
  [/^The edge leads nobody to it\.$/, 'routeClosed'],
  [/^The edge leads (?<host>\S+) to it\.$/, 'routed'],
  [/^Its host name answers after (?<ms>\d+) ms\.$/, 'hostAnswers'],
  [/^Its host name answers with nothing\.$/, 'hostSilent'],
  [/^Its host name answers with (?<status>\d+)\.$/, 'hostAnswersWith'],
  [/^Its app has stopped answering\.$/, 'appHung'],
  [/^Its app does not answer\.$/, 'appSilent'],
  [/^Its app is starting\.$/, 'appStarting'],
  [/^Its app and its Redis are not running\.$/, 'allStopped'],
  [/^Its app is not running\.$/, 'appStopped'],
  [/^Its database does not answer\.$/, 'databaseSilent'],
  [/^Its Redis does not answer\.$/, 'redisSilent'],
  [/^It was not seen yet\.$/, 'notSeen'],
  [/^It was never made\.$/, 'neverMade'],
  [/^Deleting it did not end\. Delete it again\.$/, 'deletionStuck'],
  [/^It was cancelled\.$/, 'cancelled'],
  [/^It took longer than (?<seconds>[\d.]+) s\.$/, 'tookTooLong'],
  [/^The app ended while starting \((?<why>[^)]*)\)(?:: (?<rest>.+)|\.)$/s, 'appEnded'],
  [/^Redis ended while starting \((?<why>[^)]*)\)\.$/, 'redisEnded'],
  [/^The disk has only (?<mb>\d+) MB left; 200 MB are needed\.$/, 'diskFull'],
  [/^WhatsApp Web needs a Chromium, and there is none here\.$/, 'browserMissing'],
  [/^Redis was not found \((?<program>[^)]*)\)/, 'redisMissing'],
  [/^The control plane stops\.$/, 'stopping'],
];

/** Every key that stands under `said`. */
export const SENTENCE_KEYS: readonly string[] = [...new Set(SENTENCES.map(([, key]) => key))];

/** Its key under `said` and the facts in it; null for a sentence that isn't known. */
export function findSentence(text: string): { key: string; facts: Record<string, string> } | null {
  for (const [pattern, key] of SENTENCES) {
    const match = pattern.exec(text);
    if (match) return { key, facts: { ...match.groups } };
  }
  return null;
}

/** A sentence of the server in the person's language; as it came where nobody has translated it: a person's own reason, a rare error. */
export function said(t: TFunction<'app'>, text: string): string {
  const found = findSentence(text);
  if (!found) return text;
  const rest = found.facts.rest ? ` ${found.facts.rest}` : '';
  return t(`said.${found.key}`, found.facts) + rest;
}
