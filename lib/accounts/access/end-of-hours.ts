import { addMinutes } from "@/lib/platform/kernel/dates";

/** When a permission ends that is granted now for so many hours; null if no end was asked for. */
export const endOfHours = (hours: number | null, now: Date): Date | null =>
  hours === null ? null : addMinutes(now, hours * 60);
