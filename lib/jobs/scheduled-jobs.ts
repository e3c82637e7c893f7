import { features } from "@/lib/features";
import { phases, type ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { t } from "@/lib/platform/language/t";

/** All jobs contributed by features, in run order. */
export const scheduledJobs: readonly ScheduledJob[] = features
  .flatMap(({ jobs = [] }) => jobs)
  .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));

/** What a run did, for staff: "1 reminder sent", "37 invoices mailed". */
export function jobInWords(name: string, times: number): string {
  const words = scheduledJobs.find((job) => job.name === name)?.words;
  return words === undefined ? `${times} ${name}` : t(words, { count: times });
}
