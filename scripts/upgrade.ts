import { pendingMigrations } from "@/lib/platform/db/migrate";
import { migratePortal } from "@/lib/platform/db/migrate-portal";
import { portalVersion } from "./portal/portal-version";
import { connect } from "./postgres/connect";
import { ownDatabase, ownDatabaseAsOwner } from "./postgres/own-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";
import { describeUpgrade } from "./upgrade/describe-upgrade";

/**
 * `npm run upgrade [-- --check]`: what the database needs for this version, in words, and then the migrations. With
 * --check it changes nothing, and fails if the history doesn't allow an upgrade.
 */
await runCommand(async (shutdown) => {
  const checkOnly = readArguments();
  const portalUrl = await ownDatabase(shutdown);
  const url = await ownDatabaseAsOwner(shutdown);
  const client = await connect(url);
  try {
    console.log(`Version ${portalVersion()}`);
    const pending = await pendingMigrations(url);
    for (const line of await describeUpgrade(client, pending)) console.log(line);
    if (checkOnly || pending.length === 0) return;
    const applied = await migratePortal({ migrationUrl: url, portalUrl });
    console.log(`Applied: ${applied.join(", ")}`);
  } finally {
    await client.end();
  }
});

function readArguments(): boolean {
  const [option, ...more] = process.argv.slice(2);
  if (more.length === 0 && (option === undefined || option === "--check")) return option !== undefined;
  throw new CommandError("Unknown option. Usage: npm run upgrade [-- --check]");
}
