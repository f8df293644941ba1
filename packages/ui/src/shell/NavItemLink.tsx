import { Tooltip } from '@mantine/core';
import { NavLink } from 'react-router';
import classes from './NavItemLink.module.css';
import type { NavItem } from './nav.ts';

interface Props {
  item: NavItem;
  /** rail: icon only; row: icon and word; bar: the word below. */
  look: 'rail' | 'row' | 'bar';
  onClick?: () => void;
}

/** NavLink sets `aria-current` on the page's own item. */
export function NavItemLink({ item, look, onClick }: Props) {
  const link = (
    <NavLink
      className={classes.item}
      data-look={look}
      to={item.to}
      end={item.end}
      onClick={onClick}
      aria-label={item.badge ? `${item.label}, ${item.badge}` : item.label}
    >
      <item.Icon size={20} stroke={1.7} aria-hidden />
      {look !== 'rail' && <span className="truncate">{item.label}</span>}
      {Boolean(item.badge) && <span className={`${classes.badge} tabular`}>{item.badge! > 99 ? '99+' : item.badge}</span>}
    </NavLink>
  );
  return look === 'rail' ? (
    <Tooltip label={item.label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
