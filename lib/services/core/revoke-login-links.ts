import type { ScopedDb } from "@/lib/platform/db/scoped-db";

interface Whose {
  readonly accountId: string;
  readonly serviceId: string;
  /** Of these people only. */
  readonly contactIds?: readonly string[];
}

/** Ends the links to a service's login details that have not been used. */
export async function revokeLoginLinks(
  db: ScopedDb,
  { accountId, serviceId, contactIds }: Whose,
  at: Date,
): Promise<void> {
  await db.credentialLink.updateMany({
    where: {
      accountId,
      serviceId,
      usedAt: null,
      revokedAt: null,
      ...(contactIds === undefined ? {} : { contactId: { in: [...contactIds] } }),
    },
    data: { revokedAt: at },
  });
}
