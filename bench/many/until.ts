import { setTimeout as wait } from "node:timers/promises";

const LONGEST_MS = 60_000;

/** Waits until something is so, for a minute at most. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + LONGEST_MS; Date.now() < deadline; await wait(100)) if (await isSo()) return;
  throw new Error(`A minute passed before this was so: ${what}.`);
}
