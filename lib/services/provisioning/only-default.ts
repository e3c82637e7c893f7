import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** Writes an endpoint, which takes the place of the default one if it is to be it. Throws `conflict` if two do at once. */
export async function onlyDefault<T>(
  db: ScopedDb,
  { id, isDefault }: { readonly id: string; readonly isDefault: boolean },
  write: () => Promise<T>,
): Promise<T> {
  try {
    if (isDefault) {
      await db.provisioningEndpoint.updateMany({
        where: { isDefault: true, id: { not: id } },
        data: { isDefault: false, version: { increment: 1 } },
      });
    }
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Problem("conflict", t("Someone else has just changed the default endpoint. Reload and try again."));
  }
}
