import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { Permission } from "@/lib/policy/permissions";
import { noticeRecipients } from "./notice-recipients";

/** At least one person on the account must receive these: bills that nobody gets aren't paid. */
const neededBySomebody = ["notices.invoices.receive"] as const;

/** Whether the account would have no recipient left for a notification if this contact turned it off. */
export function isLastRecipient(people: readonly AccountMember[], notice: Permission, contactId: string): boolean {
  const needed = neededBySomebody.find((one) => one === notice);
  if (needed === undefined) return false;
  const recipients = noticeRecipients(people, needed);
  return recipients.length === 1 && recipients[0]?.contactId === contactId;
}
