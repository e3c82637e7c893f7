import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";

export type AccountBannerProps = {
  kind: "closed" | "suspended" | "acting";
  /** The account staff are working in. */
  accountName?: string;
  /** More than the default sentence: a date, a reason. */
  children?: ReactNode;
  actions?: ReactNode;
};

const kinds = {
  closed: { icon: "ban", look: "border-danger-line bg-danger-soft", mark: "text-danger-text" },
  suspended: { icon: "circle-pause", look: "border-warning-line bg-warning-soft", mark: "text-warning-text" },
  acting: { icon: "shield-check", look: "border-transparent bg-strip text-on-strip", mark: "" },
} as const;

/** What applies to the whole account, shown above every page. */
export function AccountBanner({ kind, accountName, children, actions }: AccountBannerProps) {
  const { icon, look, mark } = kinds[kind];
  return (
    <aside
      aria-label={headlineOf(kind, accountName)}
      className={cx("flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2 sm:px-6 lg:px-8", look)}
    >
      <Icon name={icon} className={mark} />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{headlineOf(kind, accountName)}</strong> {children ?? usual[kind]}
      </p>
      {actions}
    </aside>
  );
}

function headlineOf(kind: AccountBannerProps["kind"], accountName = "this account"): string {
  if (kind === "acting") return `You're working in ${accountName} as staff.`;
  return kind === "closed" ? "This account is closed." : "This account is suspended.";
}

const usual = {
  closed: "Records are read-only. Nothing can be changed or ordered.",
  suspended: "Services are suspended until overdue invoices are paid. Billing and support remain available.",
  acting: "Your actions are recorded under your name.",
};
