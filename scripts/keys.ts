import type { Client } from "pg";
import { readEnvironment } from "@/lib/platform/config/env";
import { type KeyRing, ringOf } from "@/lib/platform/keys/key-ring";
import { ringFingerprint, ringFingerprints } from "@/lib/platform/keys/ring-fingerprints";
import { countKeys } from "./keys/count-keys";
import type { Unreadable } from "./keys/rotate-column";
import { rotateFully } from "./keys/rotate-fully";
import { sealedColumns } from "./keys/sealed-columns";
import { verifyColumn } from "./keys/verify-column";
import { connect } from "./postgres/connect";
import { ownMigratedDatabase } from "./postgres/own-database";
import { requireOwnPortal } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

const commands: Readonly<Record<string, (client: Client, ring: KeyRing) => Promise<void>>> = { list, rotate, verify };

/**
 * `npm run keys -- list | rotate | verify`: the keys that stored secrets are encrypted with. `rotate` encrypts them all with
 * the first key of KEYS, while the portal runs.
 */
await runCommand(async (shutdown) => {
  const command = commands[process.argv[2] ?? ""];
  if (command === undefined || process.argv.length > 3) {
    throw new CommandError("Usage: npm run keys -- list | rotate | verify");
  }
  process.env.DATABASE_URL = await ownMigratedDatabase(shutdown);
  const settings = readEnvironment(process.env);
  await requireOwnPortal(settings);
  const client = await connect(settings.DATABASE_URL);
  await command(client, ringOf(settings)).finally(() => client.end());
});

async function list(client: Client, ring: KeyRing): Promise<void> {
  const counts = await countKeys(client);
  const rowsOf = (key: number) => counts.filter((one) => one.key === key).reduce((sum, { rows }) => sum + rows, 0);
  console.log(`Ring ${ringFingerprint(ring)}`);
  for (const [id, fingerprint] of Object.entries(ringFingerprints(ring))) {
    const writes = Number(id) === ring.writes ? ", encrypts" : "";
    console.log(`Key ${id}: fingerprint ${fingerprint}, ${rowsOf(Number(id))} secrets${writes}`);
  }
  if (rowsOf(0) > 0) console.log(`From before the key ring: ${rowsOf(0)} secrets. Run npm run keys -- rotate.`);
  const lost = [...new Set(counts.map(({ key }) => key))].filter((key) => key > 0 && !ring.keys.has(key));
  for (const key of lost) console.log(`Key ${key} is missing from KEYS: ${rowsOf(key)} secrets can't be read.`);
}

async function rotate(client: Client, ring: KeyRing): Promise<void> {
  const unreadable: Unreadable[] = [];
  for (const column of sealedColumns) {
    const found = await rotateFully(client, column, ring);
    console.log(`${column.table}: ${found.rotated} secrets encrypted with key ${ring.writes}`);
    if (found.changed > 0)
      throw new CommandError(`${found.changed} secrets of ${column.table} were changed meanwhile. Run it again.`);
    unreadable.push(...found.unreadable);
  }
  report(unreadable);
  console.log("Every secret is encrypted with the first key of the ring.");
}

async function verify(client: Client, ring: KeyRing): Promise<void> {
  const unreadable: Unreadable[] = [];
  for (const column of sealedColumns) {
    const found = await verifyColumn(client, column, ring);
    console.log(`${column.table}: ${found.secrets} secrets, ${found.unreadable.length} can't be read`);
    unreadable.push(...found.unreadable);
  }
  report(unreadable);
}

function report(unreadable: readonly Unreadable[]): void {
  for (const { id, reason } of unreadable) console.log(`${id}: ${reason}`);
  if (unreadable.length > 0) {
    throw new CommandError(`${unreadable.length} secrets can't be read. Add their key to KEYS, or replace them.`);
  }
}
