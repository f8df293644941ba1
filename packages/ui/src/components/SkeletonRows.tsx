import { Skeleton, Table } from '@mantine/core';
import classes from './DataTable.module.css';

interface Props {
  columns: { id: string; right?: boolean; hideOnPhone?: boolean }[];
  primary: string | undefined;
  count: number;
}

/** Grey rows in the table's own shape. */
export function SkeletonRows({ columns, primary, count }: Props) {
  return Array.from({ length: count }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
    <Table.Tr key={row} aria-hidden>
      {columns.map((column, i) => (
        <Table.Td
          key={column.id}
          className={column.right ? classes.right : undefined}
          data-primary={column.id === primary || undefined}
          data-desk={column.hideOnPhone || undefined}
        >
          <Skeleton height={12} width={`${55 + ((row * 7 + i * 13) % 35)}%`} ml={column.right ? 'auto' : undefined} />
        </Table.Td>
      ))}
    </Table.Tr>
  ));
}
