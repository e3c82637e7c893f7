import type { ReactNode } from "react";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { Status } from "@/components/ui/status";
import type { ClockRun } from "@/lib/billing/clock/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

export type RunsTableProps = {
  runs: ClockRun[];
  /** "3 invoices issued". */
  wordsOf: (job: string, times: number) => string;
  format: ViewerFormat;
  empty: ReactNode;
};

/** Runs of the scheduled jobs: the day on the business clock, what was done, and any errors. */
export function RunsTable({ runs, wordsOf, format, empty }: RunsTableProps) {
  const columns: Column<ClockRun>[] = [
    { key: "at", header: t("Day"), cell: ({ at }) => <DateTime value={at} style="dateTime" format={format} /> },
    {
      key: "did",
      header: t("Result"),
      phone: "below",
      grow: true,
      cell: (run) => <WhatItDid run={run} wordsOf={wordsOf} />,
    },
    {
      key: "took",
      header: t("Duration"),
      phone: "amount",
      numeric: true,
      priority: "low",
      cell: ({ tookMs }) =>
        `${(tookMs / 1000).toLocaleString(format.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,
    },
  ];
  return <DataTable caption={t("Job runs")} columns={columns} rows={runs} rowKey={({ id }) => id} empty={empty} />;
}

function WhatItDid({ run: { did, failures }, wordsOf }: { run: ClockRun } & Pick<RunsTableProps, "wordsOf">) {
  return (
    <ul className="flex flex-col gap-1">
      {did.map(({ job, times }) => (
        <li key={job}>{wordsOf(job, times)}</li>
      ))}
      {[...new Set(failures)].map((failure) => (
        <li key={failure} className="break-words">
          <Status tone="danger">{t("Failed")}</Status> {failure}
        </li>
      ))}
    </ul>
  );
}
