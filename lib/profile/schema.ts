import { z } from "zod";
import { id } from "@/lib/kernel/ids";

/** One of the accounts a person is a contact of, as they see it themselves. */
export const ownAccountSchema = z.object({
  id,
  number: z.string(),
  name: z.string(),
  contactId: id,
  /** `suspended` and `ended` are the person's own standing there; `closed` is the account's. */
  standing: z.enum(["open", "closed", "suspended", "ended"]),
  /** Names of the roles held there now. */
  roles: z.array(z.string()),
  /** The same for people: "Billing and Support", "Single permissions". */
  rolesInWords: z.string(),
});

export type OwnAccount = z.infer<typeof ownAccountSchema>;
