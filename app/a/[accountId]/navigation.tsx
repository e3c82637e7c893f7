import { settingsViews } from "@/components/accounts/settings/settings-tabs";
import { billingViews } from "@/components/billing/core/billing-tabs";
import type { NavGroup, NavItem } from "@/components/shell/navigation";
import type { IconName } from "@/components/ui/icon-names";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewReport } from "@/lib/billing/reports/view-report";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listServices } from "@/lib/services/services/list-services";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { billingOperations, settingsOperations } from "./view-operations";

interface View {
  readonly path: string;
  readonly label: string;
  /** The operations a page executes: viewers who may execute them have the view. */
  readonly operation: AnyOperation;
}

interface Entry {
  readonly label: string;
  readonly icon: IconName;
  /** Any of these shows the entry, which links to the first one the viewer has; each page checks again. */
  readonly views: readonly View[];
}

const area = (path: string, label: string, icon: IconName, operation: AnyOperation): Entry => ({
  label,
  icon,
  views: [{ path, label, operation }],
});

const people: readonly View[] = [
  { path: "/people", label: "People", operation: listPeople },
  { path: "/people/notices-only", label: "Notification-only", operation: listNonMembers },
];

const billing: readonly View[] = billingViews.map((view) => ({
  ...view,
  label: String(view.label),
  operation: billingOperations[view.path],
}));

const settings: readonly View[] = settingsViews.map(({ path, label }) => ({
  path: `/settings${path}`,
  label,
  operation: settingsOperations[path],
}));

const groups: readonly { label?: string; entries: readonly Entry[] }[] = [
  {
    entries: [
      area("", "Dashboard", "gauge", viewDashboard),
      area("/services", "Services", "server", listServices),
      area("/tickets", "Tickets", "life-buoy", listTickets),
      { label: "Billing", icon: "wallet", views: billing },
    ],
  },
  {
    label: "Account",
    entries: [
      { label: "People", icon: "users-round", views: people },
      area("/reports", "Reports", "chart-column", viewReport),
      area("/activity", "Activity", "activity", listActivity),
      { label: "Settings", icon: "settings", views: settings },
    ],
  },
];

type May = (operation: AnyOperation) => boolean;

/** The areas this viewer can use. Staff get a link to their console in place of the dashboard. */
export function navigationOf(base: string, may: May): NavGroup[] {
  const console = { href: "/staff", label: "Console", icon: "shield-check" } as const;
  return [...(may(findAccounts) ? [{ items: [console] }] : []), ...areasOf(base, may)];
}

/** Where `/a/{id}` redirects viewers without a dashboard; null if they have access to nothing. */
export function homeOf(base: string, may: May): string | null {
  if (may(findAccounts)) return base.replace(/^\/a\//, "/staff/accounts/");
  return areasOf(base, may)[0]?.items[0]?.href ?? null;
}

const areasOf = (base: string, may: May): NavGroup[] =>
  groups
    .map(({ label, entries }) => ({ label, items: entries.flatMap((entry) => itemOf(entry, base, may)) }))
    .filter(({ items }) => items.length > 0);

function itemOf({ label, icon, views }: Entry, base: string, may: May): NavItem[] {
  const open = views.filter(({ operation }) => may(operation));
  const [first] = open;
  if (first === undefined) return [];
  const pages = open.map((view) => ({ label: view.label, href: `${base}${view.path}` }));
  return [{ href: `${base}${first.path}`, label, icon, exact: first.path === "", ...(pages.length > 1 && { pages }) }];
}
