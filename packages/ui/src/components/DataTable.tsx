import { Table } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import classes from './DataTable.module.css';
import { ProblemNote } from './ProblemNote.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right. */
  right?: boolean;
  /** Heads the card on a phone and carries the row's link; the first column where none says so. */
  primary?: boolean;
  sortable?: boolean;
  hideOnPhone?: boolean;
  width?: number | string;
}
export interface Sort {
  by: string;
  descending: boolean;
}
interface Props<Row> {
  /** What the table lists, for those who can't see it. */
  label: string;
  columns: Column<Row>[];
  /** undefined while loading. */
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where a row leads. */
  rowTo?: (row: Row) => string;
  /** What a row does, where it leads nowhere. */
  onRow?: (row: Row) => void;
  /** Greys what is out of use. */
  isRowOff?: (row: Row) => boolean;
  empty?: ReactNode;
  error?: unknown;
  onRetry?: () => unknown;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  skeletonRows?: number;
}

/** A table on a desk, cards on a phone. The primary cell is the link or button; a click anywhere on the row does the same. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, empty, error, onRetry, skeletonRows = 6 } = props;
  const primary = (columns.find((column) => column.primary) ?? columns[0])?.id;
  if (error && !rows) return <ProblemNote error={error} onRetry={onRetry} />;
  if (rows?.length === 0 && empty) return <div className={classes.frame}>{empty}</div>;
  return (
    <div className={classes.frame}>
      <Table
        className={classes.table}
        tabularNums
        role="table"
        aria-label={label}
        aria-busy={!rows}
        highlightOnHover={Boolean(props.rowTo ?? props.onRow)}
      >
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows ? (
            rows.map((row) => <Row key={rowKey(row)} row={row} primary={primary} {...props} />)
          ) : (
            <SkeletonRows columns={columns} primary={primary} count={skeletonRows} />
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const { t } = useTranslation('ui');
  const active = sort?.by === column.id ? sort : undefined;
  const Arrow = active?.descending ? IconArrowDown : IconArrowUp;
  const direction = active ? (active.descending ? 'descending' : 'ascending') : undefined;
  return (
    <Table.Th
      role="columnheader"
      className={column.right ? classes.right : undefined}
      w={column.width}
      aria-sort={column.sortable ? (direction ?? 'none') : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort({ by: column.id, descending: active ? !active.descending : false })}
          title={t('table.sort')}
        >
          {column.header}
          {active && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        column.header
      )}
    </Table.Th>
  );
}

function Row<Row>({ row, primary, columns, rowTo, onRow, isRowOff }: Props<Row> & { row: Row; primary: string | undefined }) {
  const navigate = useNavigate();
  const to = rowTo?.(row);
  const open = (event: MouseEvent<HTMLElement>) => {
    const own = (event.target as HTMLElement).closest('a, button, input, label, [role="menuitem"]');
    if (own || event.defaultPrevented || getSelection()?.toString()) return;
    if (to) void navigate(to);
    else onRow?.(row);
  };
  const wrap = (content: ReactNode) => {
    if (to)
      return (
        <Link className={classes.open} to={to}>
          {content}
        </Link>
      );
    return onRow ? (
      <button type="button" className={classes.open} onClick={() => onRow(row)}>
        {content}
      </button>
    ) : (
      content
    );
  };
  return (
    <Table.Tr
      role="row"
      data-off={isRowOff?.(row) || undefined}
      data-link={to || onRow ? true : undefined}
      onClick={to || onRow ? open : undefined}
    >
      {columns.map((column) => (
        <Table.Td
          key={column.id}
          role="cell"
          className={column.right ? classes.right : undefined}
          data-label={column.header || undefined}
          data-primary={column.id === primary || undefined}
          data-desk={column.hideOnPhone || undefined}
        >
          {column.id === primary ? wrap(column.cell(row)) : column.cell(row)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
