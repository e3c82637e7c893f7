import { addDays } from "@/lib/platform/kernel/dates";

/** A request that no other manager confirmed on the same day is over. The database doesn't take it either. */
export const waitingResets = (now: Date) => ({ doneAt: null, createdAt: { gt: addDays(now, -1) } });
