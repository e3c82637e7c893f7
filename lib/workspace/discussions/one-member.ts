import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";

/** What the operations about one member of a group have in common. */
export const ofOneMember = {
  permission: "discussions.groups.update-public",
  alsoChecks: [
    "discussions.groups.view-private",
    "discussions.groups.view-public",
    "discussions.groups.update-private",
  ],
  scope: "account",
  input: z.object({ groupId: id, contactId: id }),
  output: z.object({ groupId: id, contactId: id }),
} as const;
