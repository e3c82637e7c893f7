import { Problem } from "@/lib/platform/kernel/problem";

/** What a download costs: a document has a thread draw it, a table holds a connection while it is read. */
export type DownloadKind = "document" | "table";

/**
 * How many are under way at once, waiting ones included. Tables are fewer: each has one of the ten connections to the
 * database for itself as long as it is read.
 */
const most: Record<DownloadKind, { readonly each: number; readonly all: number }> = {
  document: { each: 4, all: 16 },
  table: { each: 2, all: 3 },
};

/** Where a transaction failed after the slot was taken, nothing else gives it back. */
const LONGEST = 120_000;

const SOON = 5;

type Taken = Record<DownloadKind, Map<string, number>>;

const kept = globalThis as { portcullisDownloads?: Taken };

/** Kept on the global object, because Next's bundles each have a copy of this module. */
function taken(): Taken {
  kept.portcullisDownloads ??= { document: new Map(), table: new Map() };
  return kept.portcullisDownloads;
}

/**
 * Takes a slot for an account, or for a member of staff, and hands back what gives it up again; calling that twice does no
 * harm.
 *
 * @throws Problem `too-many` where the account, or the portal, has as many downloads under way as it takes.
 */
export function takeDownloadSlot(kind: DownloadKind, owner: string): () => void {
  const counts = taken()[kind];
  const { each, all } = most[kind];
  const own = counts.get(owner) ?? 0;
  if (own >= each) throw busy("You already have several downloads in progress. Try again when they finish.");
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total >= all) throw busy("Too many downloads are being prepared right now. Try again in a few seconds.");
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
