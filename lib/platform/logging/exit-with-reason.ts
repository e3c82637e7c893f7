import { EnvironmentError } from "@/lib/platform/config/environment-error";
import { log } from "./log";

/** Ends a process that can't start or can't go on: a wrong setting is a sentence, anything else has its stack. */
export function exitWithReason(error: unknown): never {
  if (error instanceof EnvironmentError) log().fatal(error.message);
  else log().fatal({ err: error }, "The process stopped because of an error.");
  process.exit(1);
}
