import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { titlesLike } from "@/lib/workspace/core/contents-like";

/** A filter by name: every word must be in it. */
export const namesLike = (db: ScopedDb, kind: "folder" | "document", typed: string) =>
  titlesLike(db, `${kind}-name`, typed, (nameSearch) => ({ nameSearch }));
