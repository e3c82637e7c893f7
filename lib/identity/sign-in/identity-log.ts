import type { ScopedDb } from "@/lib/platform/db/scoped-db";

interface IdentityEvent {
  /** What was done, named as operations are: `identity.sign-in`. */
  readonly act: string;
  readonly outcome?: "done" | "denied";
  readonly summary: string;
  readonly person: { readonly id: string; readonly name: string } | null;
  /** Of a contact without a login. */
  readonly name?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly ip: string;
}

/** The activity log's row for what happens before any permission can be asked, in the transaction of the act itself. */
export async function logIdentity(db: Pick<ScopedDb, "auditEvent">, event: IdentityEvent): Promise<void> {
  await db.auditEvent.createMany({
    data: {
      accountId: event.accountId,
      actorPersonId: event.person?.id,
      actorContactId: event.contactId,
      actorName: event.person?.name ?? event.name ?? "Somebody",
      via: "form",
      operation: event.act,
      permission: "profile.manage",
      outcome: event.outcome ?? "done",
      summary: event.summary,
      targetType: event.contactId === undefined ? undefined : "contact",
      targetId: event.contactId,
      ip: event.ip,
    },
  });
}
