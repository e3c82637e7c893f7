import { z } from "zod";
import { id } from "@/lib/kernel/ids";

export const paymentMethod = z.object({
  id,
  kind: z.enum(["card", "sepaDebit"]),
  brand: z.string().describe("Of the card, or the name of the bank"),
  last4: z.string(),
  expMonth: z.int().min(1).max(12).nullable(),
  expYear: z.int().nullable(),
  holder: z.string(),
  isDefault: z.boolean(),
  validity: z.enum(["valid", "expiring", "expired"]).describe("Expiring: within two months"),
});

export type PaymentMethod = z.infer<typeof paymentMethod>;
