import { z } from "zod";

/** Name, address and tax number of one side, as they were when a document was issued. */
export const partySchema = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  vatId: z.string().nullish(),
});

/** The seller also says how to reach and to pay them. */
export const sellerSchema = partySchema.extend({
  registration: z.string().nullish().describe("Entry in the trade register"),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  bank: z.object({ name: z.string(), iban: z.string(), bic: z.string() }).nullish(),
});

export type Party = z.infer<typeof partySchema>;
export type Seller = z.infer<typeof sellerSchema>;
