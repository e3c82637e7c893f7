import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { type RunningProcess, type Settings, startProcess } from "../process/start-process";

/** Starts the built portal, or with `dev` the sources, and its worker. */
export function startPortal(
  shutdown: Shutdown,
  options: { port: number; host?: string | undefined; dev?: boolean; env: Settings },
): { server: RunningProcess; worker: RunningProcess } {
  const { port, host, dev } = options;
  const env = { ...options.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  const output = dev ? "show" : "errors";
  const listen = ["-p", String(port), ...(host ? ["-H", host] : [])];
  const server = dev ? [...programs.next, "dev", ...listen] : programs.server;
  return {
    worker: startProcess(shutdown, dev ? programs.workerFromSources : programs.worker, { env, output }),
    server: startProcess(shutdown, server, { env: { ...env, PORT: String(port), HOST: host ?? "" }, output }),
  };
}
