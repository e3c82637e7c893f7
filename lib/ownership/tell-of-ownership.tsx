import type { Context } from "@/lib/access/operation";
import { ownershipHref } from "@/lib/contacts/ownership-href";
import { sendMail } from "@/lib/mail/outbox";
import { OwnershipNewsMail } from "@/lib/mail/templates/ownership-news";

interface News {
  readonly heading: string;
  readonly text: string;
}

/** Mails one of the two people concerned what has become of an offer. */
export async function tellOfOwnership(
  { db, account }: Context<"account">,
  { name, email }: { readonly name: string; readonly email: string },
  { heading, text }: News,
): Promise<void> {
  const href = ownershipHref(account.id);
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: email, name },
    subject: heading,
    template: "ownership-news",
    body: <OwnershipNewsMail {...{ name, account: account.name, heading, text, href }} />,
  });
}
