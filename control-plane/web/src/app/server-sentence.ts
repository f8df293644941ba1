import type { TFunction } from 'i18next';

/** What the control plane says of a stack, of a step or of why something failed: it speaks English, in one line. */
const SENTENCES: [RegExp, string][] = [
  [/^Its app has stopped answering\.$/, 'appHung'],
  [/^Its app is starting\.$/, 'appStarting'],
  [/^Its app and its Redis are not running\.$/, 'nothingRuns'],
  [/^Its app is not running\.$/, 'appDown'],
  [/^Its app does not answer\.$/, 'appSilent'],
  [/^Its database does not answer\.$/, 'databaseSilent'],
  [/^Its Redis does not answer\.$/, 'redisSilent'],
  [/^Its host name answers with (?<what>\w+)\.$/, 'hostAnswers'],
  [/^Its (?<part>app|Redis) ended with (?<what>.+); it is being started again\.$/, 'partEnded'],
  [/^It was not seen yet\.$/, 'notSeen'],
  [/^It was never made\.$/, 'neverMade'],
  [/^Deleting it did not end\. Delete it again\.$/, 'deletionStuck'],
  [/^It was cancelled\.$/, 'cancelled'],
  [/^It took longer than (?<what>\d+) s\.$/, 'tookLonger'],
  [/^A step failed\.$/, 'stepFailed'],
  [/^This host can run it\.$/, 'hostFits'],
  [/^New secrets, sealed\.$/, 'secretsMade'],
  [/^The secrets are there already\.$/, 'secretsThere'],
  [/^Folders are there, closed to others\.$/, 'foldersMade'],
  [/^Redis answers on its own socket\.$/, 'redisAnswers'],
  [/^Redis answers already\.$/, 'redisThere'],
  [/^The app answers after (?<what>\d+) ms\.$/, 'appAnswers'],
  [/^The app answers already\.$/, 'appThere'],
  [/^(?<what>\S+) can sign in\.$/, 'adminMade'],
  [/^(?<what>\S+) was there already\.$/, 'adminThere'],
  [/^The first administrator has been told the password already\.$/, 'passwordTold'],
  [/^A number on the engine (?<what>\S+) waits to be linked\.$/, 'numberMade'],
  [/^There is a number already\.$/, 'numberThere'],
  [/^The edge leads (?<what>\S+) to it\.$/, 'routeOpen'],
  [/^The edge leads nobody to it\.$/, 'routeClosed'],
  [/^Its host name answers after (?<what>\d+) ms\.$/, 'hostAnswersAfter'],
  [/^It has ended\.$/, 'ended'],
  [/^It was not running\.$/, 'wasNotRunning'],
  [/^The database is gone\.$/, 'databaseGone'],
  [/^Folders are gone\.$/, 'foldersGone'],
  [/^Nothing is left of it\.$/, 'nothingLeft'],
  [/^WhatsApp Web needs a Chromium, and there is none here\.$/, 'browserMissing'],
  [/^Redis was not found \((?<what>.+)\)\. Install redis-server or set REDIS_SERVER\.$/, 'redisMissing'],
  [/^The disk has only (?<what>\d+) MB left; 200 MB are needed\.$/, 'diskFull'],
];

/** A sentence of the server in the person's language; one that isn't known stays as it is. */
export function serverSentence(text: string, t: TFunction<'app'>): string {
  for (const [pattern, key] of SENTENCES) {
    const match = pattern.exec(text);
    if (match) return t(`server.${key}`, { ...match.groups });
  }
  return text;
}
