import type { Instance } from '../../api/types.ts';
import { colorStatus } from '../../output/status-color.ts';
import type { Colors } from '../../output/style.ts';
import { words } from '../../output/style.ts';
import { formatPairs } from '../../output/table.ts';

export function instanceText(instance: Instance, colors: Colors): string {
  const { id, name, engine, state, phone, profileName, syncPercent, reason } = instance;
  const pairs = formatPairs(
    [
      ['Name', name],
      ['Id', id],
      ['Engine', engine],
      ['Phone', phone && `+${phone.replace(/^\+/, '')}`],
      ['Profile', profileName],
      ['Synced', syncPercent === null ? null : `${syncPercent}%`],
      ['Reason', reason && words(reason)],
    ],
    colors,
  );
  return `${colorStatus(state, colors)}\n${pairs}`;
}
