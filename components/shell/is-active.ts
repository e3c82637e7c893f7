import type { NavItem } from "@/components/shell/navigation";

/** Whether the entry leads to this path, or to a view whose path begins with its own. */
export function isActive({ href, exact, active, pages = [] }: NavItem, path: string): boolean {
  if (active !== undefined) return active;
  const isAt = (one: string) => path === one || (!exact && path.startsWith(`${one}/`));
  return [href, ...pages.map((page) => page.href)].some(isAt);
}
