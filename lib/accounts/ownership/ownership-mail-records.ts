import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { isOwner } from "@/lib/policy/subject";

/** Mails for the owner alone, whatever they are about, and the offer to become it. */
export const ownershipMailRecords: readonly MailRecord[] = [
  { kind: "account-owner", reads: async ({ viewer }) => isOwner(viewer.subject) },
  {
    kind: "ownership-offer",
    reads: async ({ db, account, contact }, [id = ""]) => {
      const own = { accountId: account.id, id, status: "offered", toContactId: contact?.contactId ?? "" } as const;
      return (await db.ownershipTransfer.count({ where: own })) > 0;
    },
  },
];
