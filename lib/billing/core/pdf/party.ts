import { z } from "zod";

/** Name, address and tax number of the seller or buyer, as of the issue date. */
export const partySchema = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  vatId: z.string().nullish(),
});

/** The seller also has contact and bank details. */
export const sellerSchema = partySchema.extend({
  registration: z.string().nullish().describe("Company registration number"),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  bank: z.object({ name: z.string(), iban: z.string(), bic: z.string() }).nullish(),
});

export type Party = z.infer<typeof partySchema>;
export type Seller = z.infer<typeof sellerSchema>;
