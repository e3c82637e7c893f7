import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { type RunningProcess, type Settings, startProcess } from "../process/start-process";

export interface RunningPortal {
  readonly server: RunningProcess;
  readonly worker: RunningProcess;
  /** Accepts email, if the settings name a port for it. */
  readonly mailIn?: RunningProcess;
}

/** Starts the built portal, or with `dev` the sources, its worker, and what accepts email. */
export function startPortal(
  shutdown: Shutdown,
  options: { port: number; host?: string | undefined; dev?: boolean; env: Settings },
): RunningPortal {
  const { port, host, dev } = options;
  const env: Settings = { ...options.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  const output = dev ? "show" : "errors";
  const listen = ["-p", String(port), ...(host ? ["-H", host] : [])];
  const server = dev ? [...programs.next, "dev", ...listen] : programs.server;
  const mailIn = dev ? programs.mailInFromSources : programs.mailIn;
  return {
    ...(env.MAIL_IN_PORT && { mailIn: startProcess(shutdown, mailIn, { env, output }) }),
    worker: startProcess(shutdown, dev ? programs.workerFromSources : programs.worker, { env, output }),
    server: startProcess(shutdown, server, { env: { ...env, PORT: String(port), HOST: host ?? "" }, output }),
  };
}
