import getPort from "get-port";
import { Client } from "pg";
import { buildPortal, isBuilt } from "@/scripts/portal/build-portal";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { waitUntilReady } from "@/scripts/portal/wait-until-ready";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { programs } from "@/scripts/process/programs";
import type { Shutdown } from "@/scripts/process/run-command";
import { type RunningProcess, startProcess } from "@/scripts/process/start-process";
import { type FaultyNetwork, faultyNetwork } from "@/tests/fixtures/faulty-network";

export interface BenchPortal {
  readonly url: string;
  readonly server: RunningProcess;
  readonly network: FaultyNetwork;
  /** Bypassing the faulty network. */
  readonly databaseUrl: string;
  /** The owner's connection, bypassing the faulty network. */
  readonly owner: Client;
}

/**
 * The built portal with sample data, on its own port and PostgreSQL, behind a network that can be made to
 * fail. No worker.
 */
export async function benchPortal(shutdown: Shutdown): Promise<BenchPortal> {
  const databaseUrl = (await startTemporaryCluster(shutdown)).url("postgres");
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://localhost:${port}`;
  const settings = { PORTAL_MODE: "test", PORTAL_URL: url, PORT: String(port), TRUSTED_PROXY_HOPS: "1" };
  // This process creates its own sessions and ledger entries, with the portal's keys.
  Object.assign(process.env, settings, { DATABASE_URL: databaseUrl });
  await prepareDatabase(shutdown, { ...settings, DATABASE_URL: databaseUrl });
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  const network = await faultyNetwork(databaseUrl);
  const env = { ...settings, DATABASE_URL: network.url, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const server = startProcess(shutdown, programs.server, { env, output: "collect" });
  await waitUntilReady(url, server);
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  return { url, server, network, databaseUrl, owner };
}
