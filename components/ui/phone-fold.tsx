"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

/** Where panels stand beside the main part: `lg` of the layout. */
const BESIDE = "(min-width: 64rem)";

/** Open, except on a narrow screen once the page's scripts run. From then on it is the reader's. */
export function PhoneFold({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    if (ref.current !== null && !window.matchMedia(BESIDE).matches) ref.current.open = false;
  }, []);
  return (
    <details ref={ref} open className="group/side">
      {children}
    </details>
  );
}
