import type { IconName } from "@/components/ui/icon-names";

/** An entry to an area. */
export type NavItem = {
  href: string;
  label: string;
  /** For the bar on a phone, where only some 12 letters fit. */
  short?: string;
  icon: IconName;
  /** How many things need attention there, such as unpaid invoices; nothing is shown for 0. */
  count?: number;
  /** The path must match exactly, as for a dashboard at the root of the account. */
  exact?: boolean;
  /** Views with their own URLs, shown as tabs: the entry is active on each, and the search finds them. */
  pages?: readonly { label: string; href: string }[];
  /** Overrides what the URL determines. */
  active?: boolean;
};

export type NavGroup = { label?: string; items: NavItem[] };

/** The id of the drawer, by which its button opens it. */
export const AREAS_PANEL = "areas";
