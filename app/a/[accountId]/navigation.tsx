import {
  Activity,
  ChartColumn,
  CreditCard,
  FileText,
  Gauge,
  LifeBuoy,
  Receipt,
  ReceiptText,
  Server,
  Settings,
  ShieldCheck,
  UsersRound,
  Wallet,
} from "lucide-react";
import type { ReactNode } from "react";
import type { NavGroup } from "@/components/shell/navigation";
import type { Permission } from "@/lib/policy/permissions";

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** Any of these shows the entry; its page asks again. */
  readonly permissions: readonly Permission[];
}

const groups: readonly { label?: string; entries: readonly Entry[] }[] = [
  { entries: [{ path: "", label: "Dashboard", icon: <Gauge />, permissions: ["dashboard.view"] }] },
  {
    label: "Services",
    entries: [
      { path: "/services", label: "Services", icon: <Server />, permissions: ["services.view"] },
      { path: "/tickets", label: "Tickets", icon: <LifeBuoy />, permissions: ["support.tickets.view"] },
    ],
  },
  {
    label: "Billing",
    entries: [
      { path: "/billing", label: "Billing", icon: <Wallet />, permissions: ["billing.overview.view"] },
      { path: "/invoices", label: "Invoices", icon: <Receipt />, permissions: ["billing.invoices.view"] },
      {
        path: "/payment-methods",
        label: "Payment methods",
        icon: <CreditCard />,
        permissions: ["billing.payment-methods.view"],
      },
      { path: "/credit-notes", label: "Credit", icon: <ReceiptText />, permissions: ["billing.credit.view"] },
      { path: "/statement", label: "Statement", icon: <FileText />, permissions: ["billing.statements.view"] },
    ],
  },
  {
    label: "Account",
    entries: [
      {
        path: "/people",
        label: "People",
        icon: <UsersRound />,
        permissions: ["people.members.view", "people.non-members.view"],
      },
      { path: "/reports", label: "Reports", icon: <ChartColumn />, permissions: ["reports.view"] },
      { path: "/activity", label: "Activity", icon: <Activity />, permissions: ["activity.view"] },
      {
        path: "/settings",
        label: "Settings",
        icon: <Settings />,
        permissions: ["settings.profile.view", "settings.notices.view"],
      },
    ],
  },
];

type Can = (permission: Permission) => boolean;

/** The areas that this viewer can use, and no others. Staff go back to their console where others have a dashboard. */
export function navigationOf(base: string, can: Can): NavGroup[] {
  const console = { href: "/staff", label: "Staff console", icon: <ShieldCheck /> };
  return [...(can("staff.accounts.find") ? [{ items: [console] }] : []), ...areasOf(base, can)];
}

/** Where the address of the account itself leads those who have no dashboard on it; null where nothing is open to them. */
export function homeOf(base: string, can: Can): string | null {
  if (can("staff.accounts.find")) return base.replace(/^\/a\//, "/staff/accounts/");
  return areasOf(base, can)[0]?.items[0]?.href ?? null;
}

const areasOf = (base: string, can: Can): NavGroup[] =>
  groups
    .map(({ label, entries }) => ({
      label,
      items: entries
        .filter(({ permissions }) => permissions.some(can))
        .map(({ path, label: name, icon }) => ({ href: `${base}${path}`, label: name, icon, exact: path === "" })),
    }))
    .filter(({ items }) => items.length > 0);
