"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/** Opens the links of a table's rows without reloading: one handler for all of them instead of a component in each. */
export function RowLinks({ children }: { children: ReactNode }) {
  const router = useRouter();

  function open(event: MouseEvent<HTMLElement>) {
    const link =
      event.target instanceof Element && event.target.closest<HTMLAnchorElement>("a:is(.row-link, .row-act)");
    if (!link || event.defaultPrevented || isForNewWindow(event)) return;
    event.preventDefault();
    router.push(link.getAttribute("href") ?? "");
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links in it have the role and the keys
    <div className="data-table-box" onClick={open}>
      {children}
    </div>
  );
}

const isForNewWindow = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
