import type { ReactNode } from "react";

/** The figures of a dashboard, two or four per row, never leaving a gap on phones. Fill it with `<Stat>`. */
export function StatGrid({ children }: { children: ReactNode }) {
  return (
    <div className="mb-5 grid grid-cols-2 gap-2 sm:gap-3 max-sm:[&>:last-child:nth-child(odd)]:col-span-2 xl:grid-cols-4">
      {children}
    </div>
  );
}
