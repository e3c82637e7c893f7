import { parseArgs } from "node:util";
import { disconnect } from "@/lib/platform/db/disconnect";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { keyFingerprint } from "@/lib/platform/kernel/key-fingerprint";
import { ringOf } from "@/lib/platform/keys/key-ring";
import { ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";
import { openArchive } from "./backup/read-archive";
import { restoreArchive } from "./backup/restore-archive";
import { restoreFiles } from "./backup/restore-files";
import { selfTest } from "./backup/self-test";
import { settingsOn } from "./portal/settings-on";
import { connect } from "./postgres/connect";
import { ownDatabase, ownDatabaseAsOwner } from "./postgres/own-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/** `npm run restore -- FILE [--accept-new-key]`: a backup into an empty database, then checks of what was restored. */
await runCommand(async (shutdown) => {
  const { file, acceptNewKey } = readArguments();
  const archive = await openArchive(file);
  const portalUrl = await ownDatabase(shutdown);
  const url = await ownDatabaseAsOwner(shutdown);
  const settings = settingsOn(url);
  const own = { keyFingerprint: keyFingerprint(settings.PORTAL_SECRET), keys: ringFingerprints(ringOf(settings)) };
  const client = await connect(url);
  try {
    const later = await restoreArchive(archive, { client, url, portalUrl, ...own, acceptNewKey });
    const { tables, createdAt, version } = archive.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Restored ${tables.length} tables with ${rows} rows from ${createdAt}, version ${version}.`);
    const files = await restoreFiles(archive, await fileStorage(settings));
    if (files > 0) console.log(`Restored ${files} files.`);
    if (later.length > 0) console.log(`Upgraded: ${later.join(", ")}`);
    process.env.DATABASE_URL = url;
    await verifyLedger();
    const { accounts, contacts, problems } = await selfTest(client);
    for (const problem of problems) console.log(problem);
    if (problems.length > 0) throw new CommandError("Access isn't as the policy says. Don't start the portal.");
    console.log(`Access: ${accounts} accounts and ${contacts} contacts checked, all as the policy says.`);
  } finally {
    archive.close();
    await client.end();
    await disconnect();
  }
});

function readArguments(): { file: string; acceptNewKey: boolean } {
  const usage = "Usage: npm run restore -- portal.zip [--accept-new-key]";
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "accept-new-key": { type: "boolean", default: false } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new CommandError(usage);
    return { file, acceptNewKey: values["accept-new-key"] };
  } catch {
    throw new CommandError(usage);
  }
}

async function verifyLedger(): Promise<void> {
  const { drift, entries, invoices, payments } = await findLedgerDrift();
  if (drift.length > 0) {
    throw new CommandError(`The ledger and the records differ in ${drift.length} places. Run npm run ledger:verify.`);
  }
  console.log(`Ledger: ${entries} entries, ${invoices} invoices, ${payments} payments checked, no drift.`);
}
