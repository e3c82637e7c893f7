import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import type { Said } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";

interface IdentityEvent {
  /** What happened, named like an operation: `identity.sign-in`. */
  readonly act: string;
  readonly outcome?: "done" | "denied";
  readonly summary: Said;
  readonly person: { readonly id: string; readonly name: string } | null;
  /** For a contact without a login. */
  readonly name?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly ip: string;
}

/** Logs what happens before any permission can be checked, in the same transaction. */
export async function logIdentity(db: Pick<ScopedDb, "auditEvent">, event: IdentityEvent): Promise<void> {
  await db.auditEvent.createMany({
    data: {
      accountId: event.accountId,
      actorPersonId: event.person?.id,
      actorContactId: event.contactId,
      actorName: event.person?.name ?? event.name ?? "Someone",
      via: "form",
      operation: event.act,
      permission: "profile.manage",
      outcome: event.outcome ?? "done",
      ...stored(event.summary),
      targetType: event.contactId === undefined ? undefined : "contact",
      targetId: event.contactId,
      ip: event.ip,
      requestId: currentRequestId(),
    },
  });
}
