import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

interface Stored {
  readonly scan: "unscanned" | "waiting" | "clean" | "infected";
  readonly storageKey: string | null;
}

/** Where the contents are. Throws `conflict` while the file is held, or after it was found to contain a virus. */
export function readableContents({ scan, storageKey }: Stored): string {
  if (scan === "waiting") {
    throw new Problem("conflict", t("This file hasn't been checked for viruses yet. Try again in a few minutes."));
  }
  if (storageKey === null) {
    throw new Problem("conflict", t("This file was removed, because it contained a virus."));
  }
  return storageKey;
}
