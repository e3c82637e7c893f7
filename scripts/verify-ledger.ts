import { disconnect } from "@/lib/platform/db/disconnect";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { ownDatabaseAsOwner } from "./postgres/own-database";
import { requirePortalDatabase } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/** `npm run ledger:verify`: reports whether the books are consistent, and where not. */
await runCommand(async (shutdown) => {
  const url = await ownDatabaseAsOwner(shutdown);
  await requirePortalDatabase(url);
  process.env.DATABASE_URL = url;
  const { drift, entries, invoices, payments } = await findLedgerDrift().finally(disconnect);
  console.log(`${entries} ledger entries, ${invoices} invoices, ${payments} payments checked.`);
  for (const { what, id, currency, expected, found } of drift) {
    console.log(`${what} (${id}): ${expected} ${currency ?? ""} expected, ${found} found`);
  }
  if (drift.length > 0) throw new CommandError(`The ledger and the records differ in ${drift.length} places.`);
  console.log("No drift.");
});
