import { cx } from "@/components/ui/cx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger" | "danger-quiet";
export type ButtonSize = "sm" | "md" | "lg";

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55 aria-disabled:cursor-not-allowed";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a]:hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink enabled:hover:bg-hover [a]:hover:bg-hover",
  ghost:
    "border-transparent text-ink-soft enabled:hover:bg-hover enabled:hover:text-ink [a]:hover:bg-hover [a]:hover:text-ink",
  danger: "border-transparent bg-danger text-on-danger enabled:hover:bg-danger-strong [a]:hover:bg-danger-strong",
  "danger-quiet":
    "border-line-strong bg-surface text-danger-text enabled:hover:bg-danger-soft [a]:hover:bg-danger-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-sm pointer-coarse:h-11",
  md: "h-8 px-3 text-base pointer-coarse:h-11",
  lg: "h-10 px-4 text-base pointer-coarse:h-11",
};

const squares: Record<ButtonSize, string> = {
  sm: "size-7 text-sm pointer-coarse:size-11",
  md: "size-8 text-base pointer-coarse:size-11",
  lg: "size-10 text-base pointer-coarse:size-11",
};

/** The styles of a button, shared by buttons, links styled as one, and the summary of a menu. */
export function buttonClass(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  shape: "text" | "icon" = "text",
  className?: string,
): string {
  return cx(base, variants[variant], shape === "icon" ? squares[size] : sizes[size], className);
}
