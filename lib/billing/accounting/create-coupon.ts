import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { calendarDay, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { currency } from "@/lib/platform/kernel/currencies";
import { addDays } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { invalidField } from "@/lib/platform/kernel/problem";
import { minorOf, typedAmount } from "@/lib/platform/kernel/typed-amount";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

const input = z.object({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9-]{3,30}$/, issue("Use 3 to 30 letters, digits and hyphens.")),
  name: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Enter the name shown on invoices."))
    .max(100, issue("Use at most 100 characters.")),
  kind: z.enum(["percent", "amount"]).default("percent"),
  value: typedAmount.describe("Percentage, or an amount in the currency"),
  currency: currency.optional().describe("Currency of a fixed amount"),
  invoices: z.int().min(1).max(120).nullable().default(1).describe("Number of invoices it discounts; null for all"),
  lastDay: calendarDay.nullable().default(null).describe("Last day it is valid, UTC"),
  maxUses: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .default(null)
    .describe("Maximum number of accounts that can redeem it"),
});

export const createCoupon = defineCommand({
  name: "accounting.create-coupon",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "Create a coupon",
  activity: "create a coupon",
  input,
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/billing-setup/coupons", status: 201 },
  async run({ db, now }, { kind, value, currency: code, lastDay, ...given }) {
    const validUntil = lastDay === null ? null : addDays(startOfDayUtc(lastDay), 1);
    if (validUntil !== null && validUntil <= now) throw invalidField("lastDay", t("Select today or a later day."));
    const worth = kind === "percent" ? shareOf(value) : amountOf(value, code);
    try {
      const { id: couponId } = await db.coupon.create({
        data: { ...given, ...worth, validUntil },
        select: { id: true },
      });
      return {
        output: { id: couponId },
        audit: {
          summary: say("Created coupon {code}", { code: given.code }),
          target: { type: "coupon", id: couponId },
        },
      };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw invalidField("code", t("This code is already in use. Choose another."));
    }
  },
});

function shareOf(value: string) {
  if (/[.,]\d{3}/.test(value)) throw invalidField("value", t("Percentages can have two decimals."));
  const basisPoints = Math.round(Number(value.replace(",", ".")) * 100);
  if (basisPoints < 1 || basisPoints > 10_000) throw invalidField("value", t("Enter a percentage above 0, up to 100."));
  return { basisPoints };
}

function amountOf(value: string, code: string | undefined) {
  if (code === undefined) throw invalidField("currency", t("Select the currency of the amount."));
  const amountMinor = minorOf(value, code, "value");
  if (amountMinor === 0n) throw invalidField("value", t("Enter an amount above zero."));
  return { amountMinor, currency: code };
}
