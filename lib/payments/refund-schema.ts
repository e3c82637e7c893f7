import { z } from "zod";
import { isoDateTime } from "@/lib/kernel/dates";
import { id, version } from "@/lib/kernel/ids";
import { moneySchema } from "@/lib/kernel/money";

/** A payment as staff see it who are about to pay some of it back. */
export const refundable = z.object({
  id,
  version,
  method: z.string(),
  receivedAt: isoDateTime,
  byHand: z.boolean().describe("It came by bank transfer, and goes back by one that staff make"),
  amount: moneySchema,
  left: moneySchema.describe("What can go back of it at most"),
  fromCredit: moneySchema.describe("What of that the account's credit covers"),
  invoices: z.array(z.object({ id, number: z.string() })),
  refunds: z.array(
    z.object({
      id,
      amount: moneySchema,
      status: z.enum(["processing", "succeeded", "failed"]),
      reason: z.string(),
      createdAt: isoDateTime,
    }),
  ),
});

export type Refundable = z.infer<typeof refundable>;
