import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Permission } from "@/lib/policy/permissions";
import { noticeRecipients } from "./notice-recipients";

/** Somebody of the account has to get these: what nobody is sent, nobody pays. */
const neededBySomebody = ["notices.invoices.receive"] as const;

/** Whether nobody of the account would get a notice any more if this contact turned it off. */
export function isLastRecipient(people: readonly AccountMember[], notice: Permission, contactId: string): boolean {
  const needed = neededBySomebody.find((one) => one === notice);
  if (needed === undefined) return false;
  const recipients = noticeRecipients(people, needed);
  return recipients.length === 1 && recipients[0]?.contactId === contactId;
}
