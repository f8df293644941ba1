import { PageHeader } from '@chat-saas/ui/components/PageHeader.tsx';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './detail-header.module.css';

interface Props {
  title: string;
  /** The list that it is one of. */
  parent: { label: string; to: string };
  /** Actions, on the right. */
  children?: ReactNode;
}

/** Header of one thing out of a list: the way to it on a desk, an arrow back on a phone; a long name never pushes the actions away. */
export function DetailHeader({ title, parent, children }: Props) {
  const phone = useMediaQuery('(width < 48em)', undefined, { getInitialValueInEffect: false });
  return (
    <div className={classes.bar}>
      <PageHeader title={title} {...(phone ? { back: parent.to } : { crumbs: [parent] })}>
        {children}
      </PageHeader>
    </div>
  );
}
