import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";

const count = z.int();

/** What ends with a person's place on the account, and what remains for others to do. Only what the viewer sees is counted. */
export const removalPreview = z.object({
  contactId: id,
  groups: count,
  folders: count,
  meetings: count,
  decisions: count,
  /** Still assigned to them, and not done. */
  actions: count,
  /** Discussion groups, meetings to come and open decisions that are theirs to lead. */
  leads: count,
});
export type RemovalPreview = z.infer<typeof removalPreview>;
