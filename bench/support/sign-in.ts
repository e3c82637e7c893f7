import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";

/** A session of a person, as on a page. */
export async function signIn(owner: OwnerDatabase, email: string) {
  const { id: personId } = await owner.person.findUniqueOrThrow({ where: { email } });
  const hash = hashToken(newSecretToken());
  const expiresAt = addDays(new Date(), 1);
  await owner.session.create({ data: { personId, tokenHash: hash, userAgent: "bench", ip: "192.0.2.1", expiresAt } });
  return { credential: { by: "session", hash }, via: "page", ip: "192.0.2.1" } as const satisfies Caller;
}
