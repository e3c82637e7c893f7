import type { ScopedDb } from "@/lib/platform/db/scoped-db";

interface Reminded {
  readonly accountId: string;
  readonly decisionId: string;
  readonly contactIds: readonly string[];
  readonly at: Date;
  /** Null for the portal. */
  readonly byName: string | null;
}

export async function noteReminded(db: ScopedDb, { contactIds, ...reminder }: Reminded): Promise<void> {
  await db.decisionReminder.createMany({ data: contactIds.map((contactId) => ({ ...reminder, contactId })) });
}
