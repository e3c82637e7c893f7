"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { isActive } from "@/components/shell/is-active";
import type { NavItem } from "@/components/shell/navigation";
import { markup } from "@/components/ui/markup";

/**
 * Entries of the navigation as HTML, and the box to put it in: the same on every page, and as elements most of what a page
 * consists of. Which entry is the current one is changed in the document: HTML that differs would replace the links,
 * and the focus with them.
 */
export function useDrawnLinks<Box extends HTMLElement>(
  items: readonly NavItem[],
  draw: (isCurrent: (item: NavItem) => boolean) => ReactNode,
) {
  const path = usePathname();
  const [first] = useState(path);
  const ref = useRef<Box>(null);
  useLayoutEffect(() => {
    ref.current?.querySelectorAll("a").forEach((link, index) => {
      const item = items[index];
      if (item && isActive(item, path)) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  });
  const __html = markup(draw((item) => isActive(item, first))) ?? "";
  return { ref, dangerouslySetInnerHTML: { __html } };
}
