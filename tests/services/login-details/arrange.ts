import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

interface Sent {
  readonly accountId: string;
  readonly serviceId: string;
  readonly contactId: string;
  readonly expiresAt?: Date;
}

/** A link as a mail has it. Returns its token. */
export async function buildLoginLink(owner: OwnerDatabase, sent: Sent): Promise<string> {
  const token = newSecretToken();
  const expiresAt = addDays(new Date(), 7);
  await owner.credentialLink.create({ data: { expiresAt, ...sent, tokenHash: hashToken(token) } });
  return token;
}
