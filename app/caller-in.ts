import { callerOfPage } from "@/lib/http/caller-of-page";
import type { Caller } from "@/lib/platform/operations/caller";

/** The caller of the page being rendered, and its account. */
export async function callerIn(
  where: Promise<string | null>,
): Promise<{ readonly accountId: string | null; readonly caller: Caller }> {
  const accountId = await where;
  return { accountId, caller: await callerOfPage("page") };
}
