import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { programs } from "@/scripts/process/programs";
import type { Shutdown } from "@/scripts/process/run-command";
import { startProcess } from "@/scripts/process/start-process";
import { ask } from "./load";

export interface StartedPortal {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first healthy answer, in milliseconds. */
  readonly startup: number;
}

/** Serves the build, with nothing between it and its database but what the URL names. */
export async function startedPortal(shutdown: Shutdown, databaseUrl: string): Promise<StartedPortal> {
  const port = String(await getPort({ host: "127.0.0.1" }));
  const url = `http://localhost:${port}`;
  const env = {
    PORTAL_MODE: "test",
    PORTAL_URL: process.env.PORTAL_URL ?? url,
    PORT: port,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  const begun = performance.now();
  const server = startProcess(shutdown, programs.server, { env, output: "errors" });
  for (const deadline = begun + 60_000; performance.now() < deadline; await wait(10)) {
    const healthy = await ask(`http://127.0.0.1:${port}/readyz`, {}).then(
      () => true,
      () => false,
    );
    if (healthy) return { url, pid: server.pid, startup: performance.now() - begun };
  }
  throw new Error("The portal wasn't healthy within a minute.");
}
