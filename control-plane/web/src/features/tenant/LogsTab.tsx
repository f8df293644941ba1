import { CopyButton } from '@chat-saas/ui/components/CopyField.tsx';
import { EmptyState } from '@chat-saas/ui/components/EmptyState.tsx';
import { QueryBoundary } from '@chat-saas/ui/components/QueryBoundary.tsx';
import { SegmentedControl, Skeleton, Switch } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LogView } from './LogView.tsx';
import classes from './tenant.module.css';
import { type LogPart, useLogs } from './use-logs.ts';

/** The latest lines of the stack's logs, and those that come. */
export function LogsTab({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation('app');
  const [part, setPart] = useState<LogPart>('app');
  const [isFollowing, setFollowing] = useState(true);
  const logs = useLogs(tenantId, part, isFollowing);
  return (
    <>
      <div className={classes.toolbar}>
        <SegmentedControl
          aria-label={t('logs.part')}
          value={part}
          onChange={(value) => setPart(value === 'redis' ? 'redis' : 'app')}
          data={[
            { value: 'app', label: t('logs.app') },
            { value: 'redis', label: t('logs.redis') },
          ]}
        />
        <div>
          <Switch label={t('logs.follow')} checked={isFollowing} onChange={(event) => setFollowing(event.currentTarget.checked)} />
          <CopyButton value={logs.data?.lines.join('\n') ?? ''} />
        </div>
      </div>
      <QueryBoundary
        query={logs}
        skeleton={<Skeleton height={420} radius={12} />}
        isEmpty={({ lines }) => lines.length === 0}
        empty={<EmptyState Icon={IconFileText} title={t('logs.none')} text={t('logs.noneText')} />}
      >
        {({ lines, first }) => <LogView key={part} lines={lines} first={first} isFollowing={isFollowing} />}
      </QueryBoundary>
    </>
  );
}
