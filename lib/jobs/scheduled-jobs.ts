import { features } from "@/lib/features";
import { phases, type ScheduledJob } from "@/lib/platform/jobs/scheduled-job";

/** All jobs contributed by features, in run order. */
export const scheduledJobs: readonly ScheduledJob[] = features
  .flatMap(({ jobs = [] }) => jobs)
  .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));

/** What a run did, for staff: "1 reminder sent", "37 invoices mailed". */
export function jobInWords(name: string, times: number): string {
  const [one, more] = scheduledJobs.find((job) => job.name === name)?.words ?? [name, name];
  return `${times} ${times === 1 ? one : more}`;
}
