import type { ReactNode } from "react";

/** One way into an area. `icon` is an element, such as `<Receipt />`. */
export type NavItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** What waits there, such as unpaid invoices; nothing is shown for 0. */
  count?: number;
  /** The address must match exactly, as for a dashboard at the root of the account. */
  exact?: boolean;
  /** Views with addresses of their own, told apart by tabs: the entry is lit on each, and the search finds them. */
  pages?: readonly { label: string; href: string }[];
  /** Overrides what the address says. */
  active?: boolean;
};

export type NavGroup = { label?: string; items: NavItem[] };
