import { say } from "@/lib/platform/language/say";
import type { MailForm } from "@/lib/platform/operations/mail-form";
import { contactsToWriteAs } from "./accounts-to-write-to";
import { isAutomatic, isBounce, isFromList, isLooping, isReturned } from "./automatic-mail";
import type { ClaimedInbound } from "./claim-inbound";
import { contactOn, type Sender, type SenderContact } from "./find-sender";
import { type FoundThread, findThread, isOwnMail } from "./find-thread";
import { claimedBy, type Department, departmentOf, isOurs } from "./known-address";
import type { MailFacts } from "./mail-facts";
import { mailedForm, type ReadForm } from "./mailed-form";
import type { Act, End, Verdict } from "./verdict";

/** What a mail is, before it matters who wrote it; null if it is to be read as written by a person. */
export async function judgeKind(mail: ClaimedInbound, facts: MailFacts): Promise<End | null> {
  const toBounces = claimedBy(mail.envelopeTo)?.purpose === "bounce";
  if (isBounce(facts, mail.envelopeFrom) || (toBounces && isReturned(facts, mail.envelopeFrom)))
    return { outcome: "bounce", why: say("It returns an email that isn't one of ours.") };
  if (isLooping(facts) || (await isOwnMail(facts.messageId)))
    return { outcome: "loop", why: say("It is the portal's own email, or one that goes in a circle.") };
  if (isAutomatic(facts, mail.envelopeFrom))
    return { outcome: "autoReply", why: say("A program wrote it: an out-of-office note or another automatic reply.") };
  if (isFromList(facts))
    return { outcome: "autoReply", why: say("It came through a mailing list, so it wasn't written to us.") };
  return null;
}

/**
 * What becomes of a mail that a person wrote. Whose it is and which ticket it belongs to are separate questions: a
 * signed address answers the second and never the first. Whoever it is needs the permission at the moment it arrives.
 * A signature proves who wrote a mail, not to whom: whoever gets one can send it on, to any ticket whose address they know.
 */
export async function judgeMail(
  mail: ClaimedInbound,
  facts: MailFacts,
  sender: Sender,
  { forms, now }: { readonly forms: readonly MailForm[]; readonly now: Date },
): Promise<Verdict> {
  const thread = await findThread(claimedBy(mail.envelopeTo), facts);
  if (facts.from.length !== 1 || facts.fromHeaders !== 1)
    return {
      outcome: "waiting",
      why: say("It names several senders or none, so it isn't clear who wrote it."),
      thread,
    };
  if (mail.entrance === "smtp" && !facts.to.some(({ address }) => isOurs(address))) {
    const why = say("It was written to others: none of our addresses is in To or Cc.");
    return { outcome: "waiting", why, thread, ...(thread && { accountId: thread.accountId }) };
  }
  if (thread !== null) return judgeReply(facts, sender, thread);
  const department = departmentOf(mail.envelopeTo);
  if (department === null && mail.entrance === "smtp") {
    return { outcome: "refused", why: say("{address} isn't an address of this portal.", { address: mail.envelopeTo }) };
  }
  const form = mailedForm(mail, facts, forms);
  if (sender.staff === null && sender.contacts.length > 1 && form === null && facts.identity !== "unproven")
    return judgeSeveral(facts, sender, department ?? "support", now);
  return judgeNew(facts, sender, form);
}

/**
 * From a contact of several accounts, and it is proven to come from them. The department that they wrote to tells the account
 * if they may write to it on one alone. Otherwise it waits, and whoever is verified is asked which one they mean.
 */
async function judgeSeveral(
  { identity }: MailFacts,
  { mailbox: { address }, contacts }: Sender,
  department: Department,
  now: Date,
): Promise<Verdict> {
  const [contact, other] = await contactsToWriteAs(contacts, department, now);
  if (contact === undefined) {
    const why = say("{address} may not open tickets in this department on any of their accounts.", { address });
    return { outcome: "refused", why };
  }
  if (other === undefined) return asContact("open", contact, null) ?? { outcome: "waiting", why: noLogin(address) };
  if (identity !== "verified" || contact.personId === null) return { outcome: "waiting", why: whichAccount(address) };
  const why = say("{address} is a contact of several accounts, and was asked which one it is about.", { address });
  return { outcome: "waiting", why, ask: contact.personId };
}

const whichAccount = (address: string) =>
  say("{address} is a contact of several accounts, and it doesn't say which one.", { address });

async function judgeReply(facts: MailFacts, sender: Sender, thread: FoundThread): Promise<Verdict> {
  const { address } = sender.mailbox;
  const values = { address, number: thread.ticketNumber };
  const waiting = (why: End["why"]): End => ({ outcome: "waiting", why, thread, accountId: thread.accountId });
  if (thread.internal) {
    if (sender.staff && facts.identity === "verified") return asStaff("note", sender.staff.personId, thread);
    return waiting(say("It answers an internal note on ticket #{number}, which only verified staff can do.", values));
  }
  if (sender.staff) {
    if (thread.uncertain)
      return waiting(
        say(
          "It doesn't say which message on ticket #{number} it answers, and could be about an internal note.",
          values,
        ),
      );
    if (facts.identity === "verified") return asStaff("reply", sender.staff.personId, thread);
    return waiting(say("It claims to come from our team ({address}), which isn't proven.", values));
  }
  const contact = await contactOn(sender, thread.accountId);
  if (contact === undefined) {
    return waiting(
      say("It answers ticket #{number}, but {address} isn't a contact of {account}.", {
        ...values,
        account: thread.accountName,
      }),
    );
  }
  if (facts.identity === "unproven") return waiting(say("It isn't proven that it comes from {address}.", values));
  return asContact("reply", contact, thread) ?? waiting(noLogin(address));
}

function judgeNew(facts: MailFacts, { mailbox: { address }, staff, contacts }: Sender, form: ReadForm | null): Verdict {
  const waiting = (why: End["why"], accountId?: string): End => ({
    outcome: "waiting",
    why,
    ...(accountId && { accountId }),
  });
  if (staff) return waiting(say("It comes from our own team and answers no ticket."));
  const [contact, other] = contacts;
  if (contact === undefined) return waiting(say("{address} isn't a contact of any account.", { address }));
  if (facts.identity === "unproven")
    return waiting(
      say("It isn't proven that it comes from {address}.", { address }),
      other === undefined ? contact.accountId : undefined,
    );
  if (other !== undefined) return waiting(whichAccount(address));
  if (form !== null && contact.personId !== null) {
    const { personId, accountId, accountName } = contact;
    return { act: "form", personId, accountId, accountName, thread: null, staff: false, form };
  }
  return asContact("open", contact, null) ?? waiting(noLogin(address), contact.accountId);
}

export const noLogin = (address: string) =>
  say("{address} has no login, so nothing can be done in their name.", { address });

/** Null without a login: there is nobody whose permissions could be asked. */
export const asContact = (
  act: "reply" | "open",
  { personId, accountId, accountName }: SenderContact,
  thread: FoundThread | null,
): Act | null => (personId === null ? null : { act, personId, accountId, accountName, thread, staff: false });

const asStaff = (act: "reply" | "note", personId: string, thread: FoundThread): Act => ({
  act,
  personId,
  accountId: thread.accountId,
  accountName: thread.accountName,
  thread,
  staff: true,
});
