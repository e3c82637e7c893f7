import { features } from "@/lib/features";
import { type Addressee, asAddressee } from "@/lib/platform/db/as-addressee";
import type { ClaimedMail } from "@/lib/platform/mail/claim-mail";
import { getsNotice } from "@/lib/platform/mail/gets-notice";
import { notices } from "@/lib/platform/mail/optional-notices";
import { canSome } from "@/lib/policy/evaluate";
import { isPermission, type Permission } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";

/** The kinds of records that mails are about, by name. */
export const mailRecords = new Map(
  features.flatMap(({ mailRecords = [] }) => mailRecords).map((record) => [record.kind, record]),
);

type Waiting = Pick<
  ClaimedMail,
  "accountId" | "contactId" | "personId" | "permission" | "about" | "aboutIds" | "toAddress"
>;

/**
 * Whether the reader of a mail may and wants to read it now: a mail may have waited for hours. Asked with the access that they have
 * now, by the same rules as the bell and the lists. What asks nothing is sent in any case.
 */
export async function isStillWanted(mail: Waiting, now: Date): Promise<boolean> {
  const { accountId, contactId, personId } = mail;
  if (contactId === null && personId === null) return true;
  if (accountId === null) return false;
  return (await asAddressee({ accountId, contactId, personId, now }, (reader) => decide(reader, mail))) ?? false;
}

async function decide(reader: Addressee, mail: Waiting): Promise<boolean> {
  const record = mail.about === null ? null : mailRecords.get(mail.about);
  if (record === undefined) return false;
  const wanted = holds(reader, mail) && (record === null || (await record.reads(reader, mail.aboutIds)));
  if (!wanted) await record?.whenUnwanted?.(reader, mail.aboutIds);
  return wanted;
}

/** Their address is still theirs, and so is the permission. */
function holds({ email, viewer, contact }: Addressee, { toAddress, permission }: Waiting): boolean {
  if (email.toLowerCase() !== toAddress.toLowerCase()) return false;
  if (permission === null) return true;
  if (!isPermission(permission)) return false;
  return contact !== null && notices.includes(permission) ? isTold(contact, permission) : canSome(viewer, permission);
}

/** An account that was closed meanwhile is still told why. */
function isTold({ subject, noticesOff }: NonNullable<Addressee["contact"]>, notice: Permission): boolean {
  const viewer = viewerOf({ ...subject, gates: { ...subject.gates, accountClosed: false } });
  return getsNotice({ viewer, noticesOff }, notice);
}
