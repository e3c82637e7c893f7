import type { Recipient } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";

/** The recipient of mail about orders and plan changes, whoever made them. */
export async function accountOwner({ members }: Context<"account">): Promise<Recipient | []> {
  const [owner] = await members({ owner: true });
  return owner
    ? { address: owner.email, name: owner.name, locale: owner.locale, reader: { contactId: owner.contactId } }
    : [];
}
