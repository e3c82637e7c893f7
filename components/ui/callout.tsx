import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Icon } from "@/components/ui/icon";
import { toneText } from "@/components/ui/tone";

export type CalloutKind = "info" | "success" | "warning" | "danger";

const kinds = {
  info: { icon: "info", tone: "accent", box: "border-line bg-sunken" },
  success: { icon: "circle-check", tone: "success", box: "border-success-line bg-success-soft" },
  warning: { icon: "triangle-alert", tone: "warning", box: "border-warning-line bg-warning-soft" },
  danger: { icon: "octagon-alert", tone: "danger", box: "border-danger-line bg-danger-soft" },
} as const;

export type CalloutProps = {
  kind?: CalloutKind;
  title?: ReactNode;
  /** Buttons or links at the end. */
  actions?: ReactNode;
  /** "status" is announced politely when it appears, "alert" immediately. */
  role?: "status" | "alert" | "note";
  className?: string;
  children?: ReactNode;
};

/** A message in the page: what happened, and what to do about it. */
export function Callout({ kind = "info", title, actions, role, className, children }: CalloutProps) {
  const { icon, tone, box } = kinds[kind];
  return (
    <div {...(role && { role })} className={cx("flex gap-2.5 rounded-lg border px-3.5 py-3", box, className)}>
      <Icon name={icon} className={cx("mt-0.5 size-4", toneText[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem]">
          {title ? <p className="font-medium text-ink">{title}</p> : null}
          {children ? <div className={cx("text-ink-soft", Boolean(title) && "mt-0.5")}>{children}</div> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
