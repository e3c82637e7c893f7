import { randomBytes } from "node:crypto";
import getPort from "get-port";
import { Client } from "pg";
import { buildPortal, isBuilt } from "@/scripts/portal/build-portal";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { waitForHealth } from "@/scripts/portal/wait-for-health";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { programs } from "@/scripts/process/programs";
import type { Shutdown } from "@/scripts/process/run-command";
import { type RunningProcess, startProcess } from "@/scripts/process/start-process";
import { type FaultyNetwork, faultyNetwork } from "@/tests/fixtures/faulty-network";

export interface BenchPortal {
  readonly url: string;
  readonly server: RunningProcess;
  readonly network: FaultyNetwork;
  /** The owner's connection, bypassing the faulty network. */
  readonly owner: Client;
}

/** The built portal with sample data, behind a database network that can be made to fail. No worker. */
export async function benchPortal(shutdown: Shutdown): Promise<BenchPortal> {
  const databaseUrl = process.env.TEST_DATABASE_URL
    ? await newDatabase(shutdown, process.env.TEST_DATABASE_URL)
    : (await startTemporaryCluster(shutdown)).url("postgres");
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://localhost:${port}`;
  const settings = { PORTAL_MODE: "test", PORTAL_URL: url, PORT: String(port), TRUSTED_PROXY_HOPS: "1" };
  await prepareDatabase(shutdown, { ...settings, DATABASE_URL: databaseUrl });
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  const network = await faultyNetwork(databaseUrl);
  const env = { ...settings, DATABASE_URL: network.url, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const server = startProcess(shutdown, programs.server, { env, output: "collect" });
  await waitForHealth(url, server);
  const owner = new Client({ connectionString: databaseUrl });
  await owner.connect();
  return { url, server, network, owner };
}

async function newDatabase(shutdown: Shutdown, serverUrl: string): Promise<string> {
  const name = `portcullis_bench_${randomBytes(6).toString("hex")}`;
  const onServer = async (statement: string) => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`create database ${name}`);
  shutdown.onEnd({ stop: () => onServer(`drop database ${name} with (force)`), stopNow: () => {} });
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}
