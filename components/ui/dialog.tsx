import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { OpenedDialog } from "@/components/ui/opened-dialog";
import { t } from "@/lib/platform/language/t";

export type DialogProps = {
  /** The id that `<DialogButton opens>` refers to. Letters, digits and dashes. */
  id: string;
  title: string;
  description?: ReactNode;
  size?: "normal" | "wide";
  /** The page was asked for with this dialog open. Closing it leads there: the same page without it. */
  closesTo?: string;
  children: ReactNode;
};

/** The browser's own modal dialog, with its focus handling, Escape and backdrop. Open it with `<DialogButton>`. */
export function Dialog({ id, title, description, size, closesTo, children }: DialogProps) {
  return (
    <dialog
      id={id}
      aria-labelledby={`${id}-title`}
      closedby="any"
      open={closesTo !== undefined}
      {...(size && { "data-size": size })}
      className="dialog-panel"
    >
      <div className="flex items-start justify-between gap-4 px-5 pt-4">
        <div className="min-w-0">
          <h2 id={`${id}-title`} className="text-md font-semibold wrap-anywhere text-ink">
            {title}
          </h2>
          {description ? <div className="mt-0.5 text-ink-soft">{description}</div> : null}
        </div>
        <form method="dialog">
          <Button type="submit" variant="ghost" size="sm" aria-label={t("Close")} icon={<Icon name="x" />} />
        </form>
      </div>
      <div className="px-5 pt-4 pb-5">{children}</div>
      {closesTo !== undefined && <OpenedDialog id={id} closesTo={closesTo} />}
    </dialog>
  );
}
