import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from '../branding/use-document-title.ts';
import classes from './PageHeader.module.css';

interface Props {
  title: string;
  count?: ReactNode;
  /** Where this page lies, outermost first; the title is the last one. */
  crumbs?: { label: string; to: string }[];
  /** Path of the arrow on the left. */
  back?: string;
  /** Beside the title: a state, a date. */
  meta?: ReactNode;
  /** Actions, on the right. */
  children?: ReactNode;
}

/** The line on top of a page: where I am and the one thing to do. Names the browser's tab too. */
export function PageHeader({ title, count, crumbs = [], back, meta, children }: Props) {
  const { t } = useTranslation('ui');
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      {back && (
        <ActionIcon component={Link} to={back} aria-label={t('nav.back')}>
          <IconChevronLeft size={20} stroke={1.7} />
        </ActionIcon>
      )}
      {crumbs.length > 0 && (
        <nav className={classes.crumbs} aria-label={t('nav.where')}>
          {crumbs.map(({ label, to }) => (
            <span key={to}>
              <Link to={to}>{label}</Link>
              <IconChevronRight size={14} aria-hidden />
            </span>
          ))}
        </nav>
      )}
      <h1 className="truncate" title={title}>
        {title}
      </h1>
      {count !== undefined && <span className={`${classes.count} tabular`}>{count}</span>}
      {meta}
      {children && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
