"use client";

import { usePathname } from "next/navigation";

/** Whether the viewer is at this address or below. Layouts stay when pages change, so the browser must tell. */
export function useActive(item: { href: string; exact?: boolean; active?: boolean }): boolean {
  const path = usePathname();
  if (item.active !== undefined) return item.active;
  return path === item.href || (!item.exact && path.startsWith(`${item.href}/`));
}
