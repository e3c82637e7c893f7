import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Retention } from "./schema";

/** How long this installation keeps events. Until somebody decides otherwise: for ever. */
export async function readRetention(db: ScopedDb): Promise<Retention> {
  const found = await db.activityRetention.findFirst({ where: { id: 1 } });
  return {
    money: found?.moneyYears ?? null,
    access: found?.accessYears ?? null,
    support: found?.supportYears ?? null,
    workspace: found?.workspaceYears ?? null,
    version: found?.version ?? 0,
  };
}
