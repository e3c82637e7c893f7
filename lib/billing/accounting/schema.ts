import { z } from "zod";
import { ages } from "@/lib/platform/kernel/ages";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { moneySchema } from "@/lib/platform/kernel/money";
import { cursorPageOf, pageOf } from "@/lib/platform/kernel/page";

const account = z.object({ id, number: z.string(), name: z.string() });
const days = z.object({ from: z.iso.date(), to: z.iso.date() });

const byAge = z.object({
  current: moneySchema,
  to30: moneySchema,
  to60: moneySchema,
  to90: moneySchema,
  over90: moneySchema,
  total: moneySchema,
});

const receivable = byAge.extend({ account, invoices: z.int() });

export const receivableSort = z.enum([...ages, "total", "name"]);
export const receivables = cursorPageOf(receivable).extend({
  totals: z.array(byAge).describe("Totals over all accounts, ignoring filters; one entry per currency"),
});

export const failedPayment = z.object({
  id,
  account,
  method: z.string(),
  amount: moneySchema,
  at: isoDateTime,
  automatic: z.boolean(),
  reason: z.string().nullable(),
  invoices: z.array(z.object({ id, number: z.string() })),
  stillDue: moneySchema.describe("Amount still due on those invoices"),
  nextAttempt: isoDateTime.nullable(),
});

export const returned = z.object({
  id,
  kind: z.enum(["refund", "creditNote"]),
  account,
  /** The credit note number; refunds have none. */
  number: z.string().nullable(),
  amount: moneySchema,
  at: isoDateTime,
  reason: z.string(),
  issuedBy: z.string(),
  status: z.enum(["processing", "succeeded", "failed"]).nullable(),
  /** The id of the refunded payment or credited invoice. */
  aboutId: id,
});
export const returnedList = cursorPageOf(returned).extend({ days });

const taxRow = z.object({
  country: z.string().nullable(),
  basisPoints: z.int(),
  reverseCharge: z.boolean().describe("The buyer accounts for the tax"),
  base: moneySchema.describe("Net sales, less credit notes and voided invoices"),
  charged: moneySchema,
  takenBack: moneySchema,
  net: moneySchema,
});
export const taxReport = z.object({ days, rows: z.array(taxRow) });

const heldCredit = z.object({ account, credit: moneySchema });
export const heldCredits = cursorPageOf(heldCredit).extend({ totals: z.array(moneySchema) });

export const sellerDetails = z.object({
  id,
  version,
  name: z.string(),
  lines: z.array(z.string()),
  country: z.string(),
  vatId: z.string().nullable(),
  registration: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  bankName: z.string().nullable(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
});

const rate = z.object({
  id,
  country: z.string(),
  category: z.string(),
  name: z.string(),
  basisPoints: z.int(),
  validFrom: isoDateTime,
  validUntil: isoDateTime.nullable(),
  state: z.enum(["coming", "inForce", "over"]),
  coverage: z.string().nullable().describe("Territories the rate includes or excludes, if not obvious"),
});
export const taxRates = pageOf(rate).extend({ today: z.iso.date() });

const coupon = z.object({
  id,
  code: z.string(),
  name: z.string(),
  basisPoints: z.int().nullable(),
  amount: moneySchema.nullable(),
  invoices: z.int().nullable(),
  validUntil: isoDateTime.nullable(),
  maxUses: z.int().nullable(),
  uses: z.int(),
  ended: z.boolean(),
});
export const coupons = pageOf(coupon);

export type Receivables = z.infer<typeof receivables>;
export type Receivable = Receivables["items"][number];
export type FailedPayment = z.infer<typeof failedPayment>;
export type Returned = z.infer<typeof returned>;
export type TaxReport = z.infer<typeof taxReport>;
export type HeldCredits = z.infer<typeof heldCredits>;
export type SellerDetails = z.infer<typeof sellerDetails>;
export type TaxRates = z.infer<typeof taxRates>;
export type Coupons = z.infer<typeof coupons>;
