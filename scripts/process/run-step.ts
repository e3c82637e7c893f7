import { CommandError } from "./command-error";
import type { Shutdown } from "./run-command";
import { type Output, type Settings, startProcess } from "./start-process";

/**
 * Runs Node on a program of the checkout and waits for it. Its output is shown if it fails.
 *
 * @throws CommandError with `failure` if its exit code is not 0
 */
export async function runStep(
  shutdown: Shutdown,
  args: readonly string[],
  failure: string,
  options: { env?: Settings; output: Output } = { output: "collect" },
): Promise<void> {
  const step = startProcess(shutdown, args, options);
  if ((await step.exited) === 0) return;
  if (!shutdown.begun) process.stderr.write(step.output());
  throw new CommandError(failure);
}
