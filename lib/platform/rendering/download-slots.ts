import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** What a download uses: a document occupies a rendering thread, a table or a prepared archive a connection while it is read. */
export type DownloadKind = "document" | "table" | "archive";

/**
 * How many can be in progress at once, including waiting ones. Tables are fewer: each occupies one of the ten database
 * connections while it is read.
 */
const most: Record<DownloadKind, { readonly each: number; readonly all: number }> = {
  document: { each: 4, all: 16 },
  table: { each: 2, all: 3 },
  archive: { each: 2, all: 3 },
};

/** If the transaction fails after the slot was taken, nothing else releases it. */
const LONGEST = 120_000;

const SOON = 5;

type Taken = Record<DownloadKind, Map<string, number>>;

const kept = globalThis as { portcullisDownloads?: Taken };

/** Kept on the global object, because Next's bundles each have a copy of this module. */
function taken(): Taken {
  kept.portcullisDownloads ??= { document: new Map(), table: new Map(), archive: new Map() };
  return kept.portcullisDownloads;
}

/**
 * Takes a slot for an account, or for a member of staff, and returns a function that releases it; calling that twice is
 * safe.
 *
 * @throws Problem `too-many` if the account, or the portal, has reached its limit of downloads in progress.
 */
export function takeDownloadSlot(kind: DownloadKind, owner: string): () => void {
  const counts = taken()[kind];
  const { each, all } = most[kind];
  const own = counts.get(owner) ?? 0;
  if (own >= each) throw busy(t("You already have several downloads in progress. Try again when they finish."));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total >= all) throw busy(t("Too many downloads are being prepared right now. Try again in a few seconds."));
  counts.set(owner, own + 1);
  let held = true;
  const release = () => {
    if (!held) return;
    held = false;
    clearTimeout(timer);
    const left = (counts.get(owner) ?? 1) - 1;
    if (left > 0) counts.set(owner, left);
    else counts.delete(owner);
  };
  const timer = setTimeout(release, LONGEST).unref();
  return release;
}

const busy = (detail: string): Problem => new Problem("too-many", detail, { retryAfter: SOON });
