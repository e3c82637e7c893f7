import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type OptionRowProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  /** Puts the control at the end of the line, as in settings. */
  reverse?: boolean;
  children: ReactNode;
};

/** A small control with its label and hint; the whole row is clickable. */
export function OptionRow({ id, label, hint, disabled, reverse, children }: OptionRowProps) {
  return (
    <div className={cx("flex min-h-6 gap-2.5", reverse && "flex-row-reverse justify-between")}>
      <span className="flex h-6 items-center">{children}</span>
      <div className="min-w-0">
        <label htmlFor={id} className={cx("block py-0.5 text-base", disabled ? "text-ink-soft" : "text-ink")}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-ink-soft">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
