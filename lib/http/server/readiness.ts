import { type DatabaseReadiness, databaseReadiness } from "@/lib/platform/db/readiness";
import { isStorageWritable } from "@/lib/platform/files/write-probe";

/** What the portal needs in order to serve, besides itself. */
export interface Readiness extends DatabaseReadiness {
  /** What people upload can be stored. */
  readonly files: boolean;
}

export async function readiness(): Promise<Readiness> {
  const [database, files] = await Promise.all([databaseReadiness(), isStorageWritable()]);
  return { ...database, files };
}
