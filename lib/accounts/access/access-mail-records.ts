import { findRecord } from "@/lib/accounts/core/requested-record";
import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { canAsked } from "@/lib/policy/evaluate";
import { isPermission } from "@/lib/policy/permissions";
import { grantableOn, viewPermissionOf } from "@/lib/policy/record-grants";

/** What mails of access are about. */
export const accessMailRecords: readonly MailRecord[] = [
  {
    kind: "invitation",
    reads: async ({ db, account, contact }, [id = ""]) => {
      const open = { accountId: account.id, id, acceptedAt: null, revokedAt: null };
      return (await db.invitation.count({ where: { ...open, contactId: contact?.contactId ?? "" } })) > 0;
    },
  },
  // A request that waits. If the mail names its record, the reader still sees that.
  { kind: "access-request", reads: (reader, [id = "", named]) => readsRequest(reader, id, named) },
];

async function readsRequest(reader: Addressee, id: string, named: string | undefined): Promise<boolean> {
  const { db, account, viewer } = reader;
  const request = await db.permissionRequest.findFirst({
    where: { accountId: account.id, id, status: "open" },
    select: { permission: true },
  });
  if (request === null || named === undefined) return request !== null;
  const kind = isPermission(request.permission) ? grantableOn(request.permission) : null;
  const record = kind && (await findRecord(db, account.id, kind, named));
  return record !== null && canAsked(viewer, viewPermissionOf[record.kind], record);
}
