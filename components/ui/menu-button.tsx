import type { ComponentProps, ReactNode } from "react";
import { menuItemClass } from "@/components/ui/menu-item-class";

export type MenuButtonProps = ComponentProps<"button"> & { icon?: ReactNode; tone?: "normal" | "danger" };

/** A menu entry that performs an action: a form's submit button, or a `popoverTarget`. */
export function MenuButton({ icon, tone, children, type = "submit", ...rest }: MenuButtonProps) {
  return (
    <button type={type} className={menuItemClass(tone)} {...rest}>
      {icon && <span className={tone === "danger" ? undefined : "text-ink-soft"}>{icon}</span>}
      {children}
    </button>
  );
}
