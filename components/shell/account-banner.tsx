import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export type AccountBannerProps = {
  kind: "closed" | "suspended" | "acting" | "two-factor";
  /** The account staff are working in. */
  accountName?: string;
  /** More than the default sentence: a date, a reason. */
  children?: ReactNode;
  actions?: ReactNode;
};

const kinds = {
  closed: { icon: "ban", look: "border-danger-line bg-danger-soft", mark: "text-danger-text" },
  suspended: { icon: "circle-pause", look: "border-warning-line bg-warning-soft", mark: "text-warning-text" },
  "two-factor": {
    icon: "shield-alert",
    look: "border-warning-line bg-warning-soft",
    mark: "text-warning-text",
  },
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
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold">{headlineOf(kind, accountName)}</strong> {children ?? t(usual[kind])}
      </p>
      {actions}
    </aside>
  );
}

function headlineOf(kind: AccountBannerProps["kind"], accountName?: string): string {
  if (kind === "acting")
    return accountName
      ? t("You're working in {accountName} as staff.", { accountName })
      : t("You're working in this account as staff.");
  if (kind === "two-factor") return t("Two-factor sign-in is required soon.");
  return kind === "closed" ? t("This account is closed.") : t("This account is suspended.");
}

const usual = {
  closed: msg("Records are read-only. Nothing can be changed or ordered."),
  suspended: msg("Services are suspended until overdue invoices are paid. Billing and support remain available."),
  "two-factor": msg("Set it up now, so that you keep your access."),
  acting: msg("Your actions are recorded under your name."),
};
