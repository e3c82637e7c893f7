import { z } from "zod";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { newPassword } from "@/lib/platform/kernel/new-password";
import { personName } from "@/lib/platform/kernel/person-name";

/** The first manager. */
export const managerInput = z.object({ name: personName, email: emailAddress });

const seller = updateSeller.input.shape;

/** The seller, as far as an invoice can't do without. The rest is on the billing setup page. */
export const sellerInput = z.object({
  company: seller.name,
  address: seller.address,
  country: seller.country,
  vatId: seller.vatId,
});

/** The setup page. */
export const setUpInput = managerInput.extend({
  token: z.string().max(200),
  newPassword,
  ...sellerInput.shape,
});
