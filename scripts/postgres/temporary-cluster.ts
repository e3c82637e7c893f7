import { rmSync } from "node:fs";
import type { Endings } from "../process/run-command";
import { type Cluster, startCluster } from "./cluster";
import { temporaryPlace } from "./places";
import { runAs } from "./run-as";

/** Settings that trade durability for speed; compiling a query takes longer than the small ones of tests. */
export const hasty = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "jit=off",
];

/**
 * Starts an empty cluster that trades durability for speed and leaves nothing behind when it ends.
 *
 * @param prefersMemory for one that stays below a gigabyte or two, however many databases come and go
 */
export async function startTemporaryCluster(endings: Endings, { prefersMemory = false } = {}): Promise<Cluster> {
  const user = runAs();
  const place = temporaryPlace(user, prefersMemory);
  const forget = () => rmSync(place, { recursive: true, force: true });
  // Registered first, so it runs last.
  endings.onEnd({ stop: async () => forget(), stopNow: forget });
  return startCluster(endings, place, user, hasty);
}
