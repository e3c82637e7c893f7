import { asWorker } from "@/lib/platform/db/transaction";
import { computeDueTimes, TICKETS_AT_ONCE } from "./compute-due-times";

/**
 * Computes the due times of tickets that have changed, or of all that wait after the calendar or a target has. A
 * ticket in work is locked, so that what changes it meanwhile comes after this and makes it due to be computed again.
 * Returns how many were computed.
 */
export async function setDueTimes(stopping: () => boolean = () => false): Promise<number> {
  let done = 0;
  while (!stopping()) {
    const count = await asWorker(computeDueTimes);
    done += count;
    if (count < TICKETS_AT_ONCE) break;
  }
  return done;
}
