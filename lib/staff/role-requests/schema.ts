import { z } from "zod";
import { roleChoice, rolePreset, roleRequestDetail, roleRequestItem } from "@/lib/accounts/role-requests/schema";
import { id } from "@/lib/platform/kernel/ids";

/** What the form to record a request starts with. */
export const roleRequestForm = z.object({
  /** The people who may ask, as they could do it themselves: the owner and up to 20 others. */
  mayAsk: z.array(z.object({ contactId: id, name: z.string(), email: z.string(), as: z.string() })),
  /** There are more who may: record the address they wrote from. */
  moreMayAsk: z.boolean(),
  /** The person it is about, if they are on the account. */
  person: z.object({ name: z.string(), email: z.string(), access: z.string() }).nullable(),
  /** From a ticket: what was written, and what it seems to ask for. */
  draft: z
    .object({ reference: z.string(), original: z.string(), requesterId: id.nullable(), role: rolePreset.nullable() })
    .nullable(),
});
export type RoleRequestForm = z.infer<typeof roleRequestForm>;

/** A role request in the list of all accounts. */
export const queuedRequest = roleRequestItem.extend({
  account: z.object({ id, number: z.string(), name: z.string() }),
});
export type QueuedRequest = z.infer<typeof queuedRequest>;

/** A role request as staff work on it. */
export const roleRequestDesk = roleRequestDetail.extend({
  /** What the person holds now, in words; null for someone new. */
  access: z.string().nullable(),
  /** The standard roles with what they would change. Empty unless it is approved. */
  choices: z.array(roleChoice),
  /** Why it can't be applied at all by the viewer; null if it can. */
  locked: z.string().nullable(),
});
export type RoleRequestDesk = z.infer<typeof roleRequestDesk>;
