import { buildTicket } from "@/prisma/seed/builders/ticket";
import { ownerOf } from "@/tests/operations/arrange";
import type { Arrangement } from "@/tests/operations/arrangement";

/** A ticket for the billing department, which all of staff see, opened by the account's owner. */
export async function ticketForStaff(
  at: Arrangement,
  plan: Partial<Parameters<typeof buildTicket>[2]> = {},
): Promise<string> {
  const sample = { subject: "Sample", department: "billing" as const, openedAt: new Date() };
  const openedBy = await ownerOf(at);
  return buildTicket(at.portal.owner, at.accountId, { ...sample, openedBy, messages: [{ body: "Hello" }], ...plan });
}
