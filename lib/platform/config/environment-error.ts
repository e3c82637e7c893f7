/** A missing or invalid setting. The message has one sentence per setting, each naming the variable. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}
