import { z } from "zod";
import { calendarDay, dayOf, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * From that day on the rate holds no more. After a reduced one the standard rate holds; where no other standard rate begins,
 * nothing can be invoiced there. What was invoiced before stays.
 */
export const endTaxRate = defineCommand({
  name: "accounting.end-tax-rate",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "End a tax rate on a given day",
  activity: "end a tax rate",
  input: z.object({ rateId: id, until: calendarDay.describe("The first day on which it holds no more, UTC") }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/billing-setup/tax-rates/{rateId}/end" },
  async run({ db, now }, { rateId, until }) {
    const rate = await db.taxRate.findUnique({ where: { id: rateId } });
    if (rate === null) throw notFound("There is no such tax rate.");
    if (until < dayOf(now)) throw invalidField("until", "Choose today or a later day: the past is invoiced.");
    const validUntil = startOfDayUtc(until);
    if (validUntil <= rate.validFrom) throw invalidField("until", "Choose a day after its first one.");
    const { count } = await db.taxRate.updateMany({ where: { id: rateId, validUntil: null }, data: { validUntil } });
    if (count === 0) throw new Problem("conflict", "This rate has an end already.");
    return {
      output: { id: rateId },
      audit: {
        summary: `Ended the ${rate.category} tax rate of ${rate.country} at ${until}`,
        target: { type: "taxRate", id: rateId },
      },
    };
  },
});
