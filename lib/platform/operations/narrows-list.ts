import type { z } from "zod";
import type { AnyOperation } from "./operation";

/** What says which part of a list is shown, and not what is in it. */
const PLACE = ["page", "cursor", "sort", "direction"];

/**
 * Whether the answer is a list in which one of the filters is set that may be left out. It may find one row of a thousand or every one,
 * so its statements are planned for these values (decision 0196).
 */
export function narrowsList(
  { input: { shape }, output }: AnyOperation,
  input: Readonly<Record<string, unknown>>,
): boolean {
  if (!("hasNext" in ((output as { shape?: object }).shape ?? {}))) return false;
  return Object.entries(input).some(([name, value]) => !PLACE.includes(name) && isSet(shape[name], value));
}

function isSet(filter: z.ZodType | undefined, value: unknown): boolean {
  const leftOut = filter?.safeParse(undefined);
  return leftOut?.success === true && leftOut.data !== value;
}
