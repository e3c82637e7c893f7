import { z } from "zod";
import { coveredBy, ratesOf } from "@/lib/billing/core/tax/vat-territory";
import { lockName } from "@/lib/platform/db/lock-name";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { calendarDay, dayOf, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { countryCodes } from "@/lib/platform/kernel/countries";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

const input = z.object({
  country: z.enum(countryCodes as [string, ...string[]], issue("Select a country from the list.")),
  category: z.enum(["standard", "reduced"]).default("standard"),
  name: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Enter the name shown on invoices."))
    .max(40, issue("Use at most 40 characters.")),
  percent: z
    .string()
    .trim()
    .regex(/^\d{1,2}([.,]\d{1,2})?$/, issue("Enter a rate such as 21 or 5.5.")),
  from: calendarDay.describe("First day the rate applies, UTC"),
});

/**
 * Adds a rate from a given day; the previous rate ends that day. Issued invoices don't change, so the day must not be
 * in the past, unless the country has no rate of that kind yet.
 */
export const addTaxRate = defineCommand({
  name: "accounting.add-tax-rate",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "Add a tax rate, valid from a given day",
  activity: "add a tax rate",
  input,
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/billing-setup/tax-rates", status: 201 },
  async run({ db, now }, { country, category, name, percent, from }) {
    const by = ratesOf(country);
    if (by !== null) throw invalidField("country", coveredBy(country, by));
    // Serializes two people adding a rate of the same kind at once.
    await lockName(db, `tax rate ${country} ${category}`);
    const same = { country, category };
    const validFrom = startOfDayUtc(from);
    const before = await db.taxRate.findMany({ where: same, orderBy: { validFrom: "desc" }, take: 1 });
    const [last] = before;
    if (last && from < dayOf(now))
      throw invalidField("from", t("Select today or a later day. Past days have already been invoiced."));
    if (last && validFrom <= last.validFrom) {
      throw invalidField(
        "from",
        t("A rate starting {day} already exists. Select a later day.", { day: dayOf(last.validFrom) }),
      );
    }
    if (last && (last.validUntil === null || last.validUntil > validFrom)) {
      await db.taxRate.update({ where: { id: last.id }, data: { validUntil: validFrom } });
    }
    const basisPoints = Math.round(Number(percent.replace(",", ".")) * 100);
    try {
      const { id: rateId } = await db.taxRate.create({
        data: { ...same, name, basisPoints, validFrom },
        select: { id: true },
      });
      return {
        output: { id: rateId },
        audit: {
          summary: say(
            "Added {category, select, reduced {reduced} other {standard}} tax rate for {country}: {rate} % from {from}",
            {
              category,
              country,
              rate: basisPoints / 100,
              from,
            },
          ),
          target: { type: "taxRate", id: rateId },
        },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw invalidField("from", t("A rate starting that day already exists. Select a later day."));
    }
  },
});
