import { addDays } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "../builders/owner-database";

/** A code for every case: valid once, valid forever, a fixed amount, expired and used up. */
export async function seedCoupons(db: OwnerDatabase, now: Date): Promise<void> {
  await db.coupon.createMany({
    data: [
      { code: "WELCOME20", name: "20 % off the first invoice", basisPoints: 2000 },
      { code: "PARTNER10", name: "10 % partner discount", basisPoints: 1000, invoices: null, maxUses: 50, uses: 12 },
      { code: "TENOFF", name: "€10 off", amountMinor: 1000n, currency: "EUR" },
      { code: "SPRING25", name: "25 % off in spring", basisPoints: 2500, validUntil: addDays(now, -30) },
      { code: "LAUNCH50", name: "50 % off for the first hundred", basisPoints: 5000, maxUses: 100, uses: 100 },
    ],
    skipDuplicates: true,
  });
}
