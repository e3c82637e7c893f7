import { setTimeout as wait } from "node:timers/promises";
import { CommandError } from "../process/command-error";
import type { RunningProcess } from "../process/start-process";

/**
 * Waits until a portal reports that it is ready.
 *
 * @throws CommandError if its process ends first, or after a minute
 */
export async function waitUntilReady(address: string, server: RunningProcess): Promise<void> {
  let ended = false;
  void server.exited.then(() => {
    ended = true;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(100)) {
    if (ended) throw new CommandError("The web server stopped before it was ready. See its output above.");
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
    if (response?.status === 200) return;
  }
  throw new CommandError(`The portal wasn't ready within a minute. Check ${address}/readyz.`);
}
