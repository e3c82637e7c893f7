import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { MailRecord } from "@/lib/platform/operations/mail-record";

const seen = async (reader: Addressee, of: Prisma.ActionWhereInput): Promise<boolean> =>
  (await reader.db.action.count({ where: accessibleWhere(reader, "actions.view", of) })) > 0;

/** What mails of actions are about. */
export const actionMailRecords: readonly MailRecord[] = [
  {
    kind: "action-assigned",
    reads: (reader, [id = ""]) =>
      seen(reader, { id, assignments: { some: { contactId: reader.contact?.contactId ?? "" } } }),
  },
  // A comment that was deleted meanwhile isn't sent either.
  {
    kind: "action-comment",
    reads: (reader, [id = "", comment = ""]) => seen(reader, { id, comments: { some: { id: comment } } }),
  },
];
