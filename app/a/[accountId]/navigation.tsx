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

/** The areas that this viewer can use, and no others. */
export const navigationOf = (base: string, can: (permission: Permission) => boolean): NavGroup[] =>
  groups
    .map(({ label, entries }) => ({
      label,
      items: entries
        .filter(({ permissions }) => permissions.some(can))
        .map(({ path, label: name, icon }) => ({ href: `${base}${path}`, label: name, icon, exact: path === "" })),
    }))
    .filter(({ items }) => items.length > 0);
