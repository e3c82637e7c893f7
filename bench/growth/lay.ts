import type { Client } from "pg";
import { layAccounts } from "./lay-accounts";
import { layDocuments } from "./lay-documents";
import { layHistory, layTickets } from "./lay-history";
import { layWorkspace } from "./lay-workspace";
import { defineOrderedIds } from "./ordered-ids";
import type { Size } from "./size";
import { withoutIndexes } from "./without-indexes";

/**
 * Lays accounts with everything that grows beside the sample data, by one statement per table. Triggers and foreign keys
 * are switched off meanwhile, and indexes are built at the end.
 */
export async function lay(
  client: Client,
  size: Size,
  tell: (what: string) => void,
  { onlyTickets = false }: { readonly onlyTickets?: boolean } = {},
): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query("set maintenance_work_mem = '512MB'");
  await client.query("set work_mem = '256MB'");
  await defineOrderedIds(client);
  const restoreIndexes = await withoutIndexes(client);
  const timed = async (what: string, work: () => Promise<void>) => {
    const begun = performance.now();
    await work();
    tell(`${what}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  };
  await timed("accounts and people", () => layAccounts(client, size));
  if (onlyTickets) {
    await timed("tickets", () => layTickets(client));
  } else {
    await timed("invoices, payments and ledger", () => layDocuments(client));
    await timed("tickets, activity and mail", () => layHistory(client));
    await timed("workspace, bell and visits", () => layWorkspace(client));
  }
  await timed("indexes", restoreIndexes);
  await timed("statistics", async () => void (await client.query("vacuum analyze")));
  await client.query("reset session_replication_role");
}
