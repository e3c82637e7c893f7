import { cx } from "@/components/ui/cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg";

/** The styles of a button, shared by buttons, links styled as one, and the summary of a menu. */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  shape: "text" | "icon" = "text",
  className?: string,
): string {
  return cx("button", `button-${variant}`, shape === "icon" ? `button-square-${size}` : `button-${size}`, className);
}
