import type { Icon } from '@tabler/icons-react';

export interface NavItem {
  label: string;
  to: string;
  Icon: Icon;
  badge?: number;
  /** In the phone's bar (four at most); the others are under “More”. */
  phone?: boolean;
  /** At the bottom. */
  foot?: boolean;
  /** Current only on this very path, not below it. */
  end?: boolean;
  /** Heading above the first item of a group, in wide sidebars. */
  group?: string;
}

/** An entry of the person's own menu: profile, plan. */
export interface MenuEntry {
  label: string;
  Icon: Icon;
  to?: string;
  onClick?: () => void;
}

export interface ShellUser {
  name: string;
  email: string;
  avatarUrl?: string | null;
}
