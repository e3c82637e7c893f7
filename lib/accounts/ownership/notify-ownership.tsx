import { ownershipHref } from "@/lib/accounts/core/ownership-href";
import { OwnershipNewsMail } from "@/lib/accounts/ownership/mail/ownership-news";
import { sendMail } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";

/** Written in the language of the person who is told. */
interface News {
  readonly heading: () => string;
  readonly text: () => string;
}

/** Emails one of the two people involved about the outcome of an ownership transfer. */
export async function notifyOwnership(
  { db, account, people }: Context<"account">,
  { name, email }: { readonly name: string; readonly email: string },
  { heading, text }: News,
): Promise<void> {
  const href = ownershipHref(account.id);
  const person = (await people()).find((one) => one.email === email);
  if (person === undefined) return;
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name, locale: person.locale, reader: { contactId: person.contactId } },
    subject: heading,
    template: "ownership-news",
    about: { permission: "account.view" },
    body: () => <OwnershipNewsMail {...{ name, account: account.name, href }} heading={heading()} text={text()} />,
  });
}
