"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Opens the links of a page without reloading: one listener for all of them. Without a script they are plain links. */
export function FollowLinks() {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a[data-nav]");
      if (!link) return;
      link.closest<HTMLElement>(":popover-open")?.hidePopover();
      if (event.defaultPrevented || opensElsewhere(event, link)) return;
      event.preventDefault();
      router.push(link.getAttribute("href") ?? "", { scroll: link.dataset.nav !== "stay" });
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

const opensElsewhere = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent, link: HTMLAnchorElement) =>
  button !== 0 ||
  metaKey ||
  ctrlKey ||
  shiftKey ||
  altKey ||
  link.origin !== location.origin ||
  link.hasAttribute("download") ||
  (link.target !== "" && link.target !== "_self");
