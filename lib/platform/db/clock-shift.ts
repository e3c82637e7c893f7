import { env } from "@/lib/platform/config/env";
import { Prisma } from "./generated/client";

/** By how much billing's clock is moved, for a query that reads more: null where nobody has moved it. */
export const clockShift = Prisma.sql`(select s."shiftMs" from "ClockShift" s where s."id" = 1)`;

/**
 * What billing takes for the instant `now`: moved by what `ClockShift` says, in the demo and in tests. In production
 * nothing moves it, whatever the table holds.
 */
export const shifted = (now: Date, shiftMs: bigint | null): Date =>
  shiftMs === null || env().PORTAL_MODE === "production" ? now : new Date(now.getTime() + Number(shiftMs));
