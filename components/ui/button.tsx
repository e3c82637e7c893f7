import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
};

/** A plain button; `type` defaults to "button". An icon-only button needs an `aria-label`. */
export function Button({ variant, size, icon, className, children, type = "button", ...rest }: ButtonProps) {
  const shape = children ? "text" : "icon";
  return (
    <button type={type} className={buttonClass(variant, size, shape, className)} {...rest}>
      {icon ?? null}
      {children ?? null}
    </button>
  );
}
