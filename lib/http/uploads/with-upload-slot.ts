import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Caller } from "@/lib/platform/operations/caller";

/** How many uploads one caller, and all together, may have in progress: each holds a temporary file. */
const EACH = 6;
const ALL = 60;
const SOON = 2;

const underWay = new Map<string, number>();
let total = 0;

/** @throws Problem `too-many`, before anything of the request's body is read */
export async function withUploadSlot<T>({ credential }: Caller, work: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(credential);
  const own = underWay.get(key) ?? 0;
  if (own >= EACH || total >= ALL) {
    throw new Problem("too-many", t("Too many files are being uploaded right now. Try again in a few seconds."), {
      retryAfter: SOON,
    });
  }
  underWay.set(key, own + 1);
  total += 1;
  try {
    return await work();
  } finally {
    total -= 1;
    const left = (underWay.get(key) ?? 1) - 1;
    if (left > 0) underWay.set(key, left);
    else underWay.delete(key);
  }
}
