import type { ReactNode } from "react";

/** The figures of a dashboard, two or four to a line. Fill it with `<Stat>`. */
export function StatGrid({ children }: { children: ReactNode }) {
  return <div className="mb-5 grid grid-cols-2 gap-2 sm:gap-3 xl:grid-cols-4">{children}</div>;
}
