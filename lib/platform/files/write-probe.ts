import { env } from "@/lib/platform/config/env";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { fileStorage, newStorageKey } from "./file-storage";

const ANSWER_MS = 3_000;

/**
 * Whether a file can be stored, by storing one and deleting it again.
 *
 * @throws DeadlineError, or what the storage throws
 */
export async function writeProbe(settings = env(), milliseconds = ANSWER_MS): Promise<void> {
  const probe = async () => {
    const disk = await fileStorage(settings);
    const key = newStorageKey();
    await disk.put(key, "probe");
    await disk.delete(key);
  };
  await withDeadline(milliseconds, probe());
}

/** Probes come every few seconds, and a bucket charges for each write. */
const KEPT_MS = 30_000;

let writableUntil = 0;

/** For the readiness probe: within three seconds, whatever state the storage is in. */
export async function isStorageWritable(keptMs = KEPT_MS): Promise<boolean> {
  if (keptMs > 0 && performance.now() < writableUntil) return true;
  try {
    await writeProbe();
    writableUntil = performance.now() + keptMs;
    return true;
  } catch {
    return false;
  }
}
