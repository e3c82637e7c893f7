import { features } from "@/lib/features";
import type { SealedColumn } from "@/lib/platform/keys/sealed-column";

/** Everything that is encrypted, as the nouns declare it. */
export const sealedColumns: readonly SealedColumn[] = features.flatMap(({ sealed = [] }) => sealed);
