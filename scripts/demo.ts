import { rmSync } from "node:fs";
import { readCommandEnvironment } from "@/lib/platform/config/env";
import { buildPortal, isBuilt } from "./portal/build-portal";
import { demoTable } from "./portal/demo-logins";
import { demoMail } from "./portal/demo-mail";
import { demoSecret, demoSecretFile } from "./portal/demo-secret";
import { generateClient } from "./portal/generate-client";
import { sampleDatabase } from "./portal/sample-database";
import { startPortal } from "./portal/start-portal";
import { untilOneEnds } from "./portal/until-one-ends";
import { waitUntilReady } from "./portal/wait-until-ready";
import { forgetCluster } from "./postgres/forget-cluster";
import { CommandError } from "./process/command-error";
import { requireFreePort } from "./process/require-free-port";
import { runCommand, type Shutdown } from "./process/run-command";
import type { Settings } from "./process/start-process";

/** `npm run demo [-- --fresh]`: a running portal with sample data. */
await runCommand(async (shutdown) => {
  const { PORT, HOST, DATABASE_URL } = readCommandEnvironment();
  await requireFreePort(PORT, HOST);
  if (wantsFreshStart()) await startOver(shutdown, DATABASE_URL);

  const address = `http://localhost:${PORT}`;
  const settings = { ...demoSettings(address, PORT), ...(await demoMail()) };
  await generateClient(shutdown);
  const database = await sampleDatabase(shutdown, DATABASE_URL, settings);
  await build(shutdown);
  const portal = startPortal(shutdown, { port: PORT, host: HOST, env: { ...settings, DATABASE_URL: database } });
  await Promise.race([waitUntilReady(address, portal.server), untilOneEnds(portal)]);
  console.log(demoTable(address));
  console.log(`  Send it an email:  npm run mail -- "Subject" "Text"\n`);
  await untilOneEnds(portal);
});

function wantsFreshStart(): boolean {
  const [option, ...more] = process.argv.slice(2);
  if (more.length === 0 && (option === undefined || option === "--fresh")) return option !== undefined;
  throw new CommandError("Unknown option. Usage: npm run demo [-- --fresh]");
}

async function startOver(shutdown: Shutdown, databaseUrl: string | undefined): Promise<void> {
  if (databaseUrl)
    throw new CommandError("--fresh only deletes the embedded database. Empty the database in DATABASE_URL yourself.");
  await forgetCluster(shutdown);
  rmSync(demoSecretFile, { force: true });
}

function demoSettings(address: string, port: number): Settings {
  return {
    PORTAL_MODE: "demo",
    PORTAL_URL: process.env.PORTAL_URL || address,
    PORTAL_SECRET: demoSecret(),
    PORT: String(port),
  };
}

async function build(shutdown: Shutdown): Promise<void> {
  if (isBuilt()) return;
  console.log("Building the portal ...");
  await buildPortal(shutdown, "collect");
}
