import { z } from "zod";
import { isoDateTime } from "@/lib/kernel/dates";
import { id, version } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";
import { invoiceStanding } from "./schema";

const managedLine = z.object({
  id,
  description: z.string(),
  quantity: z.int(),
  unit: moneySchema,
  taxCategory: z.string(),
  taxBasisPoints: z.int(),
  left: moneySchema.describe("Net, what credit notes have not taken back of it"),
});

const managedPayment = z.object({ id, method: z.string(), receivedAt: isoDateTime, left: moneySchema });

/** An invoice as staff see it who are about to do something to it. */
export const managedInvoice = z.object({
  id,
  version,
  number: z.string().nullable(),
  standing: invoiceStanding,
  dueAt: isoDateTime.nullable(),
  note: z.string().nullable(),
  taxMode: z.enum(["exclusive", "inclusive"]),
  total: moneySchema,
  paid: moneySchema,
  credited: moneySchema,
  due: moneySchema,
  credit: moneySchema.describe("Credit of the account in this currency, which pays the invoice on issue"),
  creditable: moneySchema.describe("With tax, what credit notes have not taken back"),
  lines: z.array(managedLine),
  payments: z.array(managedPayment).describe("Received ones that can be paid back, with what is left of each"),
  underWay: z.boolean().describe("A payment for it is under way"),
  may: z.object({
    edit: z.boolean(),
    void: z.boolean(),
    writeOff: z.boolean(),
    credit: z.boolean(),
  }),
});

export type ManagedInvoice = z.infer<typeof managedInvoice>;

/** What a command on an invoice answers. */
export const invoiceState = z.object({ id, version, standing: invoiceStanding });
