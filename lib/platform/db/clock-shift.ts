import { env } from "@/lib/platform/config/env";
import { Prisma } from "./generated/client";

/** The shift of billing's clock, as a fragment for larger queries: null if it isn't shifted. */
export const clockShift = Prisma.sql`(select s."shiftMs" from "ClockShift" s where s."id" = 1)`;

/**
 * Billing's time at the instant `now`: shifted by `ClockShift` in the demo and in tests. In production
 * it is never shifted, whatever the table holds.
 */
export const shifted = (now: Date, shiftMs: bigint | null): Date =>
  shiftMs === null || env().PORTAL_MODE === "production" ? now : new Date(now.getTime() + Number(shiftMs));
