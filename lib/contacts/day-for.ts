import type { Context } from "@/lib/access/operation";
import { formatDateTime } from "@/lib/kernel/format-date-time";

/** Writes days as whoever acts reads them: "1 May 2027" in their own zone. */
export const dayFor = ({ actor }: Context): ((at: Date) => string) => {
  return (at) => formatDateTime(at, "date", actor);
};
