import {
  Activity,
  ChartColumn,
  Gauge,
  LifeBuoy,
  Server,
  Settings,
  ShieldCheck,
  UsersRound,
  Wallet,
} from "lucide-react";
import type { ReactNode } from "react";
import { settingsViews } from "@/components/accounts/settings/settings-tabs";
import { billingViews } from "@/components/billing/core/billing-tabs";
import type { NavGroup, NavItem } from "@/components/shell/navigation";
import type { Permission } from "@/lib/policy/permissions";

interface View {
  readonly path: string;
  readonly label: string;
  readonly permission: Permission;
}

interface Entry {
  readonly label: string;
  readonly icon: ReactNode;
  /** Any of these shows the entry, which links to the first one the viewer has; each page checks again. */
  readonly views: readonly View[];
}

const area = (path: string, label: string, icon: ReactNode, permission: Permission): Entry => ({
  label,
  icon,
  views: [{ path, label, permission }],
});

const people: readonly View[] = [
  { path: "/people", label: "People", permission: "people.members.view" },
  { path: "/people/notices-only", label: "Notification-only", permission: "people.non-members.view" },
];

const settings: readonly View[] = settingsViews.map((view) => ({ ...view, path: `/settings${view.path}` }));

const groups: readonly { label?: string; entries: readonly Entry[] }[] = [
  {
    entries: [
      area("", "Dashboard", <Gauge />, "dashboard.view"),
      area("/services", "Services", <Server />, "services.view"),
      area("/tickets", "Tickets", <LifeBuoy />, "support.tickets.view"),
      { label: "Billing", icon: <Wallet />, views: billingViews },
    ],
  },
  {
    label: "Account",
    entries: [
      { label: "People", icon: <UsersRound />, views: people },
      area("/reports", "Reports", <ChartColumn />, "reports.view"),
      area("/activity", "Activity", <Activity />, "activity.view"),
      { label: "Settings", icon: <Settings />, views: settings },
    ],
  },
];

type Can = (permission: Permission) => boolean;

/** The areas this viewer can use. Staff get a link to their console in place of the dashboard. */
export function navigationOf(base: string, can: Can): NavGroup[] {
  const console = { href: "/staff", label: "Staff console", icon: <ShieldCheck /> };
  return [...(can("staff.accounts.find") ? [{ items: [console] }] : []), ...areasOf(base, can)];
}

/** Where `/a/{id}` redirects viewers without a dashboard; null if they have access to nothing. */
export function homeOf(base: string, can: Can): string | null {
  if (can("staff.accounts.find")) return base.replace(/^\/a\//, "/staff/accounts/");
  return areasOf(base, can)[0]?.items[0]?.href ?? null;
}

const areasOf = (base: string, can: Can): NavGroup[] =>
  groups
    .map(({ label, entries }) => ({ label, items: entries.flatMap((entry) => itemOf(entry, base, can)) }))
    .filter(({ items }) => items.length > 0);

function itemOf({ label, icon, views }: Entry, base: string, can: Can): NavItem[] {
  const open = views.filter(({ permission }) => can(permission));
  const [first] = open;
  if (first === undefined) return [];
  const pages = open.map((view) => ({ label: view.label, href: `${base}${view.path}` }));
  return [{ href: `${base}${first.path}`, label, icon, exact: first.path === "", ...(pages.length > 1 && { pages }) }];
}
