import { lockAccount } from "@/lib/platform/db/lock-account";
import { asIdentity, asJob, type Job } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { isLastRecipient } from "@/lib/platform/mail/last-recipient";
import { readUnsubscribeToken, type Unsubscription } from "@/lib/platform/mail/unsubscribe-token";
import { entryOf } from "@/lib/policy/permissions";
import { logIdentity } from "./identity-log";

export interface Unsubscribed {
  /** What it is called: "Receive invoices". */
  readonly notice: string;
  readonly accountName: string;
}

/** What a link would stop, for the page that asks first; null where it stops nothing. Changes nothing. */
export async function findUnsubscription(token: string): Promise<Unsubscribed | null> {
  const wanted = readUnsubscribeToken(token);
  return (
    wanted &&
    asIdentity(async (db) => {
      const contact = await db.contact.findFirst({
        where: { id: wanted.contactId, status: { not: "removed" } },
        select: { account: { select: { name: true } } },
      });
      return contact && { notice: entryOf(wanted.notice).name, accountName: contact.account.name };
    })
  );
}

/**
 * Turns an optional notice off for the contact that a mail went to. The signed link is the permission, also for contacts
 * without a login; done twice it is done once. Whoever holds the notice can turn it on again in the portal.
 *
 * @throws Problem `conflict` where the link is not one of ours, or its contact is the last who gets what somebody has to.
 */
export async function unsubscribe(token: string, ip: string): Promise<void> {
  const wanted = readUnsubscribeToken(token);
  const contact = wanted && (await asIdentity((db) => db.contact.findUnique({ where: { id: wanted.contactId } })));
  if (wanted === null || contact === null || contact.status === "removed") {
    throw new Problem("conflict", "This link stops nothing: it was not copied whole, or you are no contact any more.");
  }
  await asJob(contact.accountId, new Date(), (job) => turnOff(job, wanted, ip));
}

async function turnOff({ db, account, people }: Job, { contactId, notice }: Unsubscription, ip: string): Promise<void> {
  await lockAccount(db, account.id);
  const mine = { accountId: account.id, id: contactId };
  const contact = await db.contact.findFirstOrThrow({ where: mine, select: { name: true, noticesOff: true } });
  if (contact.noticesOff.includes(notice)) return;
  if (isLastRecipient(await people(), notice, contactId)) {
    throw new Problem("conflict", "You are the last person who gets these. Somebody else has to get them first.");
  }
  await db.contact.updateMany({ where: mine, data: { noticesOff: [...contact.noticesOff, notice] } });
  const summary = `Turned off a notice by the link in a mail: ${entryOf(notice).name}`;
  const act = "identity.unsubscribe";
  await logIdentity(db, { act, summary, person: null, name: contact.name, accountId: account.id, contactId, ip });
}
