import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { t } from "@/lib/platform/language/t";

export type RefusalProps = {
  /** The reason, and who can change it: the permission library's own sentence. */
  message: ReactNode;
  /** Catalogue key of the missing permission. */
  permission?: string;
  /** A form to request it. */
  ask?: ReactNode;
  /** `page` replaces the content, `inline` goes inside a page or form. */
  variant?: "page" | "inline";
};

/** A denial: what is missing, who can grant it, and a way to request it. */
export function Refusal({ message, permission, ask, variant = "page" }: RefusalProps) {
  const body = (
    <>
      <p>{message}</p>
      {permission && (
        <p>
          <code className="rounded-sm bg-hover px-1 py-px font-mono text-xs">{permission}</code>
        </p>
      )}
    </>
  );

  if (variant === "inline") {
    return (
      <div
        role="alert"
        className="flex gap-2.5 rounded-lg border border-line-strong bg-sunken px-3.5 py-3 text-ink-soft"
      >
        <Icon name="lock-keyhole" className="mt-0.5 size-4" />
        <div className="flex min-w-0 flex-col gap-1">
          {body}
          {ask && <div className="mt-1.5">{ask}</div>}
        </div>
      </div>
    );
  }
  return (
    <section className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center text-ink-soft">
      <span className="mb-4 grid size-11 place-items-center rounded-full border border-line-strong bg-surface text-ink-soft">
        <Icon name="lock-keyhole" className="size-5" />
      </span>
      <h1 className="text-lg font-semibold text-ink">{t("You don't have access")}</h1>
      <div className="mt-2 flex flex-col gap-1.5">{body}</div>
      {ask && <div className="mt-5">{ask}</div>}
    </section>
  );
}
