/** The styles of a menu entry. */
export function menuItemClass(tone: "normal" | "danger" = "normal"): string {
  return tone === "danger" ? "menu-item menu-item-danger" : "menu-item";
}
