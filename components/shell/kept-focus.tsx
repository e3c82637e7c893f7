"use client";

import { useEffect } from "react";

/** What can have it instead, without being a control. */
const PLACES = ["form", "section", "main", "dialog[open]"].join();

/**
 * The focus when what had it is gone: a deleted row, a button that became another one, the link to the page that is now shown. The
 * browser gives it to nobody, and a screen reader begins at the top. Here the nearest part around it that is still there gets it.
 */
export function KeptFocus() {
  useEffect(() => {
    let around: Element[] = [];
    const remember = (event: FocusEvent) => {
      around = ancestors(event.target);
    };
    const forget = ({ target }: FocusEvent) => {
      // Left by its person, and not taken out of the page.
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && target === around[0]) around = [];
      });
    };
    const keep = () => {
      if (document.activeElement !== document.body || !around[0] || around[0].isConnected) return;
      const place = around.find((one) => one.isConnected && one.matches(PLACES));
      around = [];
      if (place instanceof HTMLElement) focus(place);
    };
    const changes = new MutationObserver(keep);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", forget);
    return () => {
      changes.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  return null;
}

/** An element and all that it is in. */
function ancestors(target: EventTarget | null): Element[] {
  const found: Element[] = [];
  for (let one = target instanceof Element ? target : null; one; one = one.parentElement) found.push(one);
  return found;
}

function focus(place: HTMLElement): void {
  if (!place.hasAttribute("tabindex")) {
    place.tabIndex = -1;
    place.addEventListener("blur", () => place.removeAttribute("tabindex"), { once: true });
  }
  place.focus({ preventScroll: true });
}
