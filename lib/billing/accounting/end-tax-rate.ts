import { z } from "zod";
import { calendarDay, dayOf, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Ends a rate on a given day. After a reduced rate the standard rate applies; if no other standard rate starts, nothing
 * can be invoiced in that country. Issued invoices don't change.
 */
export const endTaxRate = defineCommand({
  name: "accounting.end-tax-rate",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "End a tax rate on a given day",
  activity: "end a tax rate",
  input: z.object({ rateId: id, until: calendarDay.describe("First day the rate no longer applies, UTC") }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/billing-setup/tax-rates/{rateId}/end" },
  async run({ db, now }, { rateId, until }) {
    const rate = await db.taxRate.findUnique({ where: { id: rateId } });
    if (rate === null) throw notFound(t("Tax rate not found."));
    if (until < dayOf(now))
      throw invalidField("until", t("Select today or a later day. Past days have already been invoiced."));
    const validUntil = startOfDayUtc(until);
    if (validUntil <= rate.validFrom) throw invalidField("until", t("Select a day after the rate's first day."));
    const { count } = await db.taxRate.updateMany({ where: { id: rateId, validUntil: null }, data: { validUntil } });
    if (count === 0) throw new Problem("conflict", t("This rate already has an end date."));
    return {
      output: { id: rateId },
      audit: {
        summary: say("Ended {category, select, reduced {reduced} other {standard}} tax rate for {country} on {until}", {
          category: rate.category,
          country: rate.country,
          until,
        }),
        target: { type: "taxRate", id: rateId },
      },
    };
  },
});
