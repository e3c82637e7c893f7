import { settingsViews } from "@/components/accounts/settings/settings-tabs";
import { billingViews } from "@/components/billing/core/billing-tabs";
import type { NavGroup, NavItem } from "@/components/shell/navigation";
import type { IconName } from "@/components/ui/icon-names";
import { decisionViews } from "@/components/workspace/decisions/decisions-tabs";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listNonMembers } from "@/lib/accounts/people/list-non-members";
import { listPeople } from "@/lib/accounts/people/list-people";
import { viewReport } from "@/lib/billing/reports/view-report";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { listServices } from "@/lib/services/services/list-services";
import { findAccounts } from "@/lib/staff/accounts/find-accounts";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { listLinks } from "@/lib/workspace/links/list-links";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { billingOperations, decisionOperations, settingsOperations } from "./view-operations";

interface View {
  readonly path: string;
  readonly label: Sentence;
  /** The operations a page executes: viewers who may execute them have the view. */
  readonly operation: AnyOperation;
}

interface Entry {
  readonly label: Sentence;
  readonly icon: IconName;
  /** Any of these shows the entry, which links to the first one the viewer has; each page checks again. */
  readonly views: readonly View[];
}

const area = (path: string, label: Sentence, icon: IconName, operation: AnyOperation): Entry => ({
  label,
  icon,
  views: [{ path, label, operation }],
});

const people: readonly View[] = [
  { path: "/people", label: msg("People"), operation: listPeople },
  { path: "/people/notices-only", label: msg("Notification-only"), operation: listNonMembers },
];

const reports: readonly View[] = [
  { path: "/reports", label: msg("Billing"), operation: viewReport },
  { path: "/reports/workspace", label: msg("Work and files"), operation: viewReportParts },
];

const billing: readonly View[] = billingViews.map((view) => ({ ...view, operation: billingOperations[view.path] }));

const decisions: readonly View[] = decisionViews.map((view) => ({ ...view, operation: decisionOperations[view.path] }));

const settings: readonly View[] = settingsViews.map(({ path, label }) => ({
  path: `/settings${path}`,
  label,
  operation: settingsOperations[path],
}));

const groups: readonly { label?: Sentence; entries: readonly Entry[] }[] = [
  {
    entries: [
      area("", msg("Dashboard"), "gauge", viewDashboard),
      area("/services", msg("Services"), "server", listServices),
      area("/tickets", msg("Tickets"), "life-buoy", listTickets),
      { label: msg("Billing"), icon: "wallet", views: billing },
    ],
  },
  {
    label: msg("Workspace"),
    entries: [
      area("/discussions", msg("Discussions"), "messages-square", listGroups),
      area("/meetings", msg("Meetings"), "calendar-clock", listMeetings),
      area("/actions", msg("Actions@@area"), "list-checks", listActions),
      { label: msg("Decisions"), icon: "vote", views: decisions },
      area("/documents", msg("Documents"), "folder", viewFolder),
      area("/links", msg("Links"), "link", listLinks),
    ],
  },
  {
    label: msg("Account"),
    entries: [
      { label: msg("People"), icon: "users-round", views: people },
      { label: msg("Reports"), icon: "chart-column", views: reports },
      area("/activity", msg("Activity"), "activity", listActivity),
      { label: msg("Settings"), icon: "settings", views: settings },
    ],
  },
];

type May = (operation: AnyOperation) => boolean;

/** The areas this viewer can use. Staff get a link to their console in place of the dashboard. */
export function navigationOf(base: string, may: May): NavGroup[] {
  const console = { href: "/staff", label: t("Console"), icon: "shield-check" } as const;
  return [...(may(findAccounts) ? [{ items: [console] }] : []), ...areasOf(base, may)];
}

/** Where `/a/{id}` redirects viewers without a dashboard; null if they have access to nothing. */
export function homeOf(base: string, may: May): string | null {
  if (may(findAccounts)) return base.replace(/^\/a\//, "/staff/accounts/");
  return areasOf(base, may)[0]?.items[0]?.href ?? null;
}

const areasOf = (base: string, may: May): NavGroup[] =>
  groups
    .map(({ label, entries }) => ({
      label: label && t(label),
      items: entries.flatMap((entry) => itemOf(entry, base, may)),
    }))
    .filter(({ items }) => items.length > 0);

function itemOf({ label, icon, views }: Entry, base: string, may: May): NavItem[] {
  const open = views.filter(({ operation }) => may(operation));
  const [first] = open;
  if (first === undefined) return [];
  const pages = open.map((view) => ({ label: t(view.label), href: `${base}${view.path}` }));
  return [
    {
      href: `${base}${first.path}`,
      label: t(label),
      icon,
      exact: first.path === "",
      ...(pages.length > 1 && { pages }),
    },
  ];
}
