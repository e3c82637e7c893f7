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
    <div className={cx("option-row", reverse && "flex-row-reverse justify-between")}>
      <span className="option-mark">{children}</span>
      <div className="min-w-0">
        <label htmlFor={id} className={cx("option-label", disabled && "text-ink-soft")}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="option-hint">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
