/** The styles of a menu entry. */
export function menuItemClass(tone: "normal" | "danger" = "normal"): string {
  const colour = tone === "danger" ? "text-danger-text hover:bg-danger-soft" : "text-ink hover:bg-hover";
  return `flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start text-base -outline-offset-2 pointer-coarse:min-h-11 ${colour}`;
}
