import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import type { Context } from "@/lib/platform/operations/operation";

/** Formats dates in the actor's time zone: "1 May 2027". */
export const dayFor = ({ actor }: Context): ((at: Date) => string) => {
  return (at) => formatDateTime(at, "date", actor);
};
