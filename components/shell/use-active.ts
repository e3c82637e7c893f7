"use client";

import { usePathname } from "next/navigation";
import type { NavItem } from "@/components/shell/navigation";

/** Whether the viewer is at this path or below. Layouts don't re-render on navigation, so this runs in the browser. */
export function useActive({ href, exact, active, pages = [] }: NavItem): boolean {
  const path = usePathname();
  if (active !== undefined) return active;
  const isAt = (one: string) => path === one || (!exact && path.startsWith(`${one}/`));
  return [href, ...pages.map((page) => page.href)].some(isAt);
}
