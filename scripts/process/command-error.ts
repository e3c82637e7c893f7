/** Ends a command for a reason its user can act on: printed as one sentence without a stack, exit code 1. */
export class CommandError extends Error {
  override name = "CommandError";
}
