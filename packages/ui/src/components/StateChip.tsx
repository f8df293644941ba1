import { IconCheck, IconClockHour4, IconHeadset, IconSparkles } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './StateChip.module.css';

export type ConversationState = 'ai_active' | 'awaiting_human' | 'human_replied' | 'closed';

const STATES = {
  ai_active: { Icon: IconSparkles, role: 'ai' },
  awaiting_human: { Icon: IconClockHour4, role: 'wait' },
  human_replied: { Icon: IconHeadset, role: 'human' },
  closed: { Icon: IconCheck, role: 'closed' },
} as const;

/** Who holds the conversation. Colour, icon and word say the same thing; never colour alone. */
export function StateChip({ state, detail }: { state: ConversationState; detail?: string }) {
  const { t } = useTranslation('ui');
  const { Icon, role } = STATES[state];
  return (
    <span className={classes.chip} data-role={role}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className="truncate">
        {t(`conversation.${state}`)}
        {detail && <span className={classes.detail}> · {detail}</span>}
      </span>
    </span>
  );
}

/** The same, as a small mark for an avatar's corner. */
export function StateMark({ state }: { state: ConversationState }) {
  const { t } = useTranslation('ui');
  const { Icon, role } = STATES[state];
  return (
    <span className={classes.mark} data-role={role} title={t(`conversation.${state}`)}>
      <Icon size={11} stroke={2.25} aria-hidden />
    </span>
  );
}
