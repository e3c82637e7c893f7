import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export type MenuProps = {
  /** Id of the panel; unique on every page the menu is on. */
  id: string;
  /** Content of the button. */
  trigger: ReactNode;
  /** Accessible name of the button if it shows no text. */
  label?: string;
  triggerClassName?: string;
  align?: "start" | "end";
  panelClassName?: string;
  children: ReactNode;
};

/**
 * A button and the panel it opens, a native popover without a script. Fill it with `<MenuLink>`, `<MenuButton>`,
 * `<MenuGroup>`.
 */
export function Menu({ id, trigger, label, triggerClassName, align = "start", panelClassName, children }: MenuProps) {
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={triggerClassName}>
        {trigger}
      </button>
      <div id={id} popover="auto" data-align={align} className={cx("popover-panel", panelClassName)}>
        {children}
      </div>
    </>
  );
}
