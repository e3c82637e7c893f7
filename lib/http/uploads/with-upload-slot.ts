import { freeSlot, keepSlot, takeSlot } from "@/lib/platform/files/upload-slots";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { log } from "@/lib/platform/logging/log";
import type { Caller } from "@/lib/platform/operations/caller";
import { withRequest } from "@/lib/platform/operations/execute";

/** How many uploads this process may have in progress: each holds a temporary file. */
const ALL = 60;
const SOON = 2;
const RENEWED_MS = 30_000;

let total = 0;

/**
 * A person has a few uploads in progress at a time, whichever processes they reach: counted by session or token, somebody with ten
 * tokens would leave none to others.
 *
 * @throws Problem `not-signed-in`, and `too-many`, before anything of the request's body is read
 */
export async function withUploadSlot<T>(caller: Caller, work: () => Promise<T>): Promise<T> {
  const holder = await withRequest(caller, { accountId: null }, async ({ scope }) => scope.actor.personId);
  if (total >= ALL) throw tooMany();
  total += 1;
  try {
    const slot = await takeSlot(holder);
    if (slot === null) throw tooMany();
    const renewal = setInterval(() => void keepSlot(holder, slot).catch(report), RENEWED_MS);
    try {
      return await work();
    } finally {
      clearInterval(renewal);
      // Otherwise it is free a while later.
      await freeSlot(holder, slot).catch(report);
    }
  } finally {
    total -= 1;
  }
}

const report = (error: unknown): void => log().warn({ err: error }, "The place of an upload couldn't be updated.");

const tooMany = (): Problem =>
  new Problem("too-many", t("Too many files are being uploaded right now. Try again in a few seconds."), {
    retryAfter: SOON,
  });
