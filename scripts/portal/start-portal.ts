import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { type RunningProcess, type Settings, startProcess } from "../process/start-process";

/** Starts the built portal, or with `dev` the sources, and its worker; what they print goes with `output`. */
export function startPortal(
  shutdown: Shutdown,
  options: { port: number; host?: string | undefined; dev?: boolean; env: Settings },
): { server: RunningProcess; worker: RunningProcess } {
  const nodeEnv = options.dev ? "development" : "production";
  const env = { ...options.env, NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: "1" } as const;
  const output = options.dev ? "show" : "errors";
  const listen = ["-p", String(options.port), ...(options.host ? ["-H", options.host] : [])];
  const server = [...programs.next, options.dev ? "dev" : "start", ...listen];
  return {
    worker: startProcess(shutdown, [...programs.script, "scripts/worker.ts"], { env, output }),
    server: startProcess(shutdown, server, { env, output }),
  };
}
