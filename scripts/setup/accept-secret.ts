import type { Environment } from "@/lib/platform/config/env";
import { replaceSecret } from "@/lib/platform/db/secret-check";
import { connect } from "../postgres/connect";
import { requirePortalDatabase } from "../postgres/require-portal-database";

/** Records that PORTAL_SECRET was changed on purpose. */
export async function acceptSecret({ DATABASE_URL, PORTAL_SECRET }: Environment): Promise<void> {
  await requirePortalDatabase(DATABASE_URL);
  const client = await connect(DATABASE_URL);
  await replaceSecret(client, PORTAL_SECRET).finally(() => client.end());
  console.log("PORTAL_SECRET is accepted. Sessions, links and stored service credentials from before no longer work.");
}
