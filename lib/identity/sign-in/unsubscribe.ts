import { turnNoticeOff } from "@/lib/identity/core/turn-off-notice";
import { lockAccount } from "@/lib/platform/db/lock-account";
import { asIdentity, asJob, type Job } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { readUnsubscribeToken, type Unsubscription } from "@/lib/platform/mail/unsubscribe-token";
import { entryOf, nameOf } from "@/lib/policy/permissions";
import { logIdentity } from "./identity-log";

export interface Unsubscribed {
  /** Its name: "Receive invoices". */
  readonly notice: string;
  readonly accountName: string;
}

/** What a link would unsubscribe from, for the confirmation page; null if it is invalid. */
export async function findUnsubscription(token: string): Promise<Unsubscribed | null> {
  const wanted = readUnsubscribeToken(token);
  return (
    wanted &&
    asIdentity(async (db) => {
      const contact = await db.contact.findFirst({
        where: { id: wanted.contactId, status: { not: "removed" } },
        select: { account: { select: { name: true } } },
      });
      return contact && { notice: nameOf(wanted.notice), accountName: contact.account.name };
    })
  );
}

/**
 * Turns off an optional notification for the recipient of an email. The signed link is the authorization, so it works for
 * contacts without a login too. Idempotent. Recipients can turn it on again in the portal.
 *
 * @throws Problem `conflict` if the link is invalid, or the contact is the only recipient of a required notification.
 */
export async function unsubscribe(token: string, ip: string): Promise<void> {
  const wanted = readUnsubscribeToken(token);
  const contact = wanted && (await asIdentity((db) => db.contact.findUnique({ where: { id: wanted.contactId } })));
  if (wanted === null || contact === null || contact.status === "removed") {
    throw new Problem("conflict", t("This unsubscribe link is invalid or no longer applies."));
  }
  await asJob(contact.accountId, new Date(), (job) => turnOff(job, wanted, ip));
}

async function turnOff({ db, account, people }: Job, { contactId, notice }: Unsubscription, ip: string): Promise<void> {
  await lockAccount(db, account.id);
  if (!(await turnNoticeOff(db, { accountId: account.id, contactId, notice }, people))) return;
  const mine = { accountId: account.id, id: contactId };
  const contact = await db.contact.findFirstOrThrow({ where: mine, select: { name: true } });
  const summary = say("Unsubscribed by email link: {name}", { name: say(entryOf(notice).name) });
  const act = "identity.unsubscribe";
  await logIdentity(db, { act, summary, person: null, name: contact.name, accountId: account.id, contactId, ip });
}
