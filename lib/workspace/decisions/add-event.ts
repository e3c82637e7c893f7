import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Said } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";

interface Happened {
  readonly accountId: string;
  readonly decisionId: string;
  readonly at: Date;
  /** Null for the portal. */
  readonly actorName: string | null;
  readonly said: Said;
  readonly reason?: string | null;
}

/** Writes what happened to a decision where everyone who is invited reads it. */
export async function addEvent(db: ScopedDb, { said, reason = null, ...event }: Happened): Promise<void> {
  await db.decisionEvent.create({ data: { ...event, reason, ...stored(said) }, select: { id: true } });
}
