import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import type { Context } from "@/lib/platform/operations/operation";

/** Writes days as whoever acts reads them: "1 May 2027" in their own zone. */
export const dayFor = ({ actor }: Context): ((at: Date) => string) => {
  return (at) => formatDateTime(at, "date", actor);
};
