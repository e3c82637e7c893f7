import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** A file that is being uploaded. */
export interface Receiving {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly size: number;
}

interface Step {
  readonly from: number;
  readonly data: Prisma.StoredFileUpdateManyMutationInput;
}

/** Takes an upload a step further, if it is still where the step begins. Returns how many rows changed. */
export async function takeIn(db: ScopedDb, { id, accountId }: Receiving, { from, data }: Step): Promise<number> {
  const { count } = await db.storedFile.updateMany({
    where: { id, accountId, state: "uploading", received: from },
    data: { ...data, touchedAt: new Date() },
  });
  return count;
}

export const staleOffset = (): Problem =>
  new Problem("conflict", t("Another part of this file arrived first. Ask where to continue, and send the rest."));
