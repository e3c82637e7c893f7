import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Status } from "@/components/ui/status";
import { type ClockRun, jobInWords } from "@/lib/billing/clock/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

export type RunsTableProps = { runs: ClockRun[]; format: ViewerFormat; empty: ReactNode };

/** The runs of the month's jobs: the day of the business clock, what was done, and what stood in the way. */
export function RunsTable({ runs, format, empty }: RunsTableProps) {
  const columns: Column<ClockRun>[] = [
    { key: "at", header: "Day", cell: ({ at }) => <DateTime value={at} style="dateTime" format={format} /> },
    { key: "did", header: "Did", grow: true, cell: (run) => <WhatItDid run={run} /> },
    {
      key: "took",
      header: "Took",
      numeric: true,
      priority: "low",
      cell: ({ tookMs }) => `${(tookMs / 1000).toFixed(1)} s`,
    },
  ];
  return <DataTable caption="What the jobs did" columns={columns} rows={runs} rowKey={({ id }) => id} empty={empty} />;
}

function WhatItDid({ run: { did, failures } }: { run: ClockRun }) {
  return (
    <ul className="flex flex-col gap-1">
      {did.map(({ job, times }) => (
        <li key={job}>{jobInWords(job, times)}</li>
      ))}
      {[...new Set(failures)].map((failure) => (
        <li key={failure} className="break-words">
          <Status tone="danger">Failed</Status> {failure}
        </li>
      ))}
    </ul>
  );
}
