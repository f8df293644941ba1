import type { Instance } from '@chat-saas/tenant-app/contract';
import type { DotState } from '@chat-saas/ui/components/StatusDot.tsx';

type State = Instance['state'];

const DOTS: Record<State, DotState> = {
  ready: 'ok',
  starting: 'working',
  syncing: 'working',
  awaiting_link: 'attention',
  degraded: 'attention',
  backoff: 'attention',
  stopped: 'off',
  logged_out: 'off',
  blocked: 'bad',
  failed: 'bad',
};
export const dotOfInstance = (state: State): DotState => DOTS[state];

/** Something is linked that could be unlinked. */
export const isLinked = (state: State): boolean => ['ready', 'syncing', 'degraded'].includes(state);
