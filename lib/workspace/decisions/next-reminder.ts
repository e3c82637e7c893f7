import { addDays, addMinutes } from "@/lib/platform/kernel/dates";

/** When those who haven't voted are reminded next: a week, a day and an hour before the deadline. */
export function nextReminder(voteBy: Date, now: Date): Date | null {
  return [addDays(voteBy, -7), addDays(voteBy, -1), addMinutes(voteBy, -60)].find((at) => at > now) ?? null;
}
