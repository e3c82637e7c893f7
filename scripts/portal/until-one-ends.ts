import { CommandError } from "../process/command-error";
import type { RunningProcess } from "../process/start-process";

/** Waits until one of the portal's processes ends, which only happens on failure. */
export async function untilOneEnds(portal: { server: RunningProcess; worker: RunningProcess }): Promise<never> {
  const name = await Promise.race([
    portal.server.exited.then(() => "web server"),
    portal.worker.exited.then(() => "worker"),
  ]);
  throw new CommandError(`The ${name} stopped unexpectedly. See its output above.`);
}
