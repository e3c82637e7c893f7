import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { log } from "@/lib/platform/logging/log";

/**
 * Runs what the storage has to do for an upload. What arrived before stays, so the same part can be sent again.
 *
 * @throws Problem `unavailable` where the storage doesn't answer, or refuses
 */
export async function storing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error;
    log().error({ err: error }, "The storage of files failed.");
    throw new Problem(
      "unavailable",
      t("The file can't be stored right now. Try again in a moment."),
      { retryAfter: RETRY_SECONDS },
      { cause: error },
    );
  }
}

const RETRY_SECONDS = 30;
