import { primary } from "./client";
import { databaseReadiness } from "./readiness";

/**
 * Makes and starts Prisma's client once the portal has told that it is ready. The first request that uses a model would
 * have to wait for it, with a transaction open. If the database doesn't answer, that request does it.
 */
export async function prepareModels(): Promise<void> {
  await databaseReadiness();
  await primary()
    .client()
    .$connect()
    .catch(() => {});
}
