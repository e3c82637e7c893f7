import type { Recipient } from "@/lib/platform/mail/outbox";
import type { Context } from "@/lib/platform/operations/operation";
import { isOwner } from "@/lib/policy/subject";

/** The recipient of mail about orders and plan changes, whoever made them. */
export async function accountOwner({ people }: Context<"account">): Promise<Recipient | []> {
  const owner = (await people()).find(({ subject }) => isOwner(subject));
  return owner ? { address: owner.email, name: owner.name, locale: owner.locale } : [];
}
