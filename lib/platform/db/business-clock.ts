import { shifted } from "./clock-shift";
import { asIdentity } from "./transaction";

/** Billing's current time. Sessions, tokens, rate limits and links use the real time. */
export const businessNow = (): Promise<Date> =>
  asIdentity(async (db) => {
    const shift = await db.clockShift.findUnique({ where: { id: 1 }, select: { shiftMs: true } });
    return shifted(new Date(), shift?.shiftMs ?? null);
  });
