import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import getPort from "get-port";
import { readCommandEnvironment } from "@/lib/platform/config/env";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { openToStaff } from "@/tests/fixtures/open-to-staff";
import { prepareTemplate, urlOf } from "@/tests/fixtures/template-database";
import { buildPortal, isBuilt } from "./portal/build-portal";
import { demoMail } from "./portal/demo-mail";
import { prepareDatabase } from "./portal/prepare-database";
import { startPortal } from "./portal/start-portal";
import { untilOneEnds } from "./portal/until-one-ends";
import { waitUntilReady } from "./portal/wait-until-ready";
import { connect } from "./postgres/connect";
import { startTemporaryCluster } from "./postgres/temporary-cluster";
import { runCommand, type Shutdown } from "./process/run-command";

/**
 * The portal that the browser tests visit: a production build on a port of its own, with fresh sample data. Prints one
 * line of JSON, `{ "url", "databaseUrl", "filesDir", "mailDir" }`, when it can serve, and stays until it is stopped.
 */
await runCommand(async (shutdown) => {
  const databaseUrl = await freshDatabase(shutdown);
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://localhost:${port}`;
  const filesDir = await ownFolder(shutdown, "files");
  const mailDir = await ownFolder(shutdown, "mail");
  const settings = {
    PORTAL_MODE: "test",
    PORTAL_URL: url,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    FILES_DIR: filesDir,
    ...(await demoMail(mailDir)),
  };
  await prepareDatabase(shutdown, settings);
  const owner = ownerDatabase(databaseUrl);
  await openToStaff(owner).finally(() => owner.$disconnect());
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  const portal = startPortal(shutdown, { port, host: undefined, env: settings });
  await Promise.race([waitUntilReady(url, portal.server), untilOneEnds(portal)]);
  console.log(JSON.stringify({ url, databaseUrl, filesDir, mailDir }));
  await untilOneEnds(portal);
});

async function ownFolder(shutdown: Shutdown, name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `portcullis-${name}-`));
  shutdown.onEnd({ stop: () => rm(folder, { recursive: true, force: true }), stopNow: () => {} });
  return folder;
}

async function freshDatabase(shutdown: Shutdown): Promise<string> {
  const serverUrl = readCommandEnvironment().TEST_DATABASE_URL ?? (await ownServer(shutdown));
  const template = new URL(await prepareTemplate(serverUrl)).pathname.slice(1);
  const name = `portcullis_browser_${randomBytes(6).toString("hex")}`;
  await onServer(serverUrl, `create database ${name} template ${template}`);
  shutdown.onEnd({ stop: () => onServer(serverUrl, `drop database ${name} with (force)`), stopNow: () => {} });
  return urlOf(serverUrl, name);
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const server = await connect(serverUrl);
  await server.query(statement).finally(() => server.end());
}

async function ownServer(shutdown: Shutdown): Promise<string> {
  const cluster = await startTemporaryCluster(shutdown, { prefersMemory: true });
  return cluster.url("postgres");
}
