import type { Actor } from "@/lib/platform/db/credential";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import type { Caller } from "./caller";
import type { AnyOperation, AuditNote } from "./operation";
import { stored } from "./stored";

interface AuditEntry {
  readonly caller: Caller;
  readonly actor: Actor;
  readonly accountId: string | null;
  /** Null if there was none: an account was opened. */
  readonly operation: AnyOperation | null;
  /** The one that was checked, which may differ from the operation's own. */
  readonly permission: string;
  readonly outcome: "done" | "denied";
  readonly note: AuditNote;
}

/** Adds a row to the activity log, in the transaction that `db` belongs to. */
export async function audit(db: Pick<ScopedDb, "auditEvent">, entry: AuditEntry): Promise<void> {
  const { actor, operation, note } = entry;
  await db.auditEvent.createMany({
    data: {
      accountId: entry.accountId,
      actorPersonId: actor.personId,
      actorContactId: actor.contactId,
      actorName: actor.name,
      actorIsStaff: actor.isStaff,
      via: entry.caller.via,
      operation: operation?.name ?? "account.open",
      permission: entry.permission,
      outcome: entry.outcome,
      ...stored(note.summary),
      targetType: note.target?.type,
      targetId: note.target?.id,
      details: note.details as Prisma.InputJsonObject | undefined,
      ip: entry.caller.ip,
      requestId: currentRequestId(),
    },
  });
}
