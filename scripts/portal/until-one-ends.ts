import { CommandError } from "../process/command-error";
import type { RunningPortal } from "./start-portal";

/** Waits until one of the portal's processes ends, which only happens on failure. */
export async function untilOneEnds(portal: RunningPortal): Promise<never> {
  const name = await Promise.race([
    portal.server.exited.then(() => "web server"),
    portal.worker.exited.then(() => "worker"),
    ...(portal.mailIn ? [portal.mailIn.exited.then(() => "mail entrance")] : []),
  ]);
  throw new CommandError(`The ${name} stopped unexpectedly. See its output above.`);
}
