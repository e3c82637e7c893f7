import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import getPort from "get-port";
import { connects } from "@/scripts/postgres/connection";
import { temporaryPlace } from "@/scripts/postgres/places";
import { plainEnvironment, runAs } from "@/scripts/postgres/run-as";
import { CommandError } from "@/scripts/process/command-error";
import type { Shutdown } from "@/scripts/process/run-command";
import { until } from "./until";

export interface Pooler {
  /** The database, through PgBouncer in transaction mode. */
  readonly url: string;
  readonly version: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** PgBouncer in transaction mode, with fewer connections to the database than the portals open to it. */
export async function pooler(shutdown: Shutdown, databaseUrl: string): Promise<Pooler> {
  const program = ["pgbouncer", "/usr/sbin/pgbouncer"].find((one) => spawnSync(one, ["-V"]).status === 0);
  if (program === undefined) {
    throw new CommandError("PgBouncer isn't installed. On Debian and Ubuntu: apt-get install pgbouncer");
  }
  const port = await getPort({ host: "127.0.0.1" });
  const file = configuration(shutdown, databaseUrl, port);
  const url = Object.assign(new URL(databaseUrl), { port: String(port) }).href;
  let child: ChildProcess | undefined;
  const stopNow = () => void child?.kill("SIGKILL");
  shutdown.onEnd({ stop: async () => stopNow(), stopNow });
  const start = async () => {
    child = spawn(program, ["-q", file], { ...runAs(), cwd: "/", stdio: "ignore", env: plainEnvironment });
    await until("PgBouncer answers", () => connects(url));
  };
  await start();
  return {
    url,
    version: spawnSync(program, ["-V"], { encoding: "utf8" }).stdout.split("\n", 1)[0] ?? "",
    start,
    async kill() {
      if (child === undefined) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

function configuration(shutdown: Shutdown, databaseUrl: string, port: number): string {
  const place = temporaryPlace(runAs());
  const forget = () => rmSync(place, { recursive: true, force: true });
  shutdown.onEnd({ stop: async () => forget(), stopNow: forget });
  const { username, password, hostname, port: databasePort, pathname } = new URL(databaseUrl);
  const users = path.join(place, "users.txt");
  const file = path.join(place, "pgbouncer.ini");
  const name = pathname.slice(1);
  writeFileSync(users, `"${username}" "${password}"\n`, { mode: 0o600 });
  writeFileSync(
    file,
    `[databases]
${name} = host=${hostname} port=${databasePort} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = 12
max_client_conn = 200
logfile = ${path.join(place, "pgbouncer.log")}
`,
  );
  const user = runAs();
  if (user) for (const one of [place, users, file]) chownSync(one, user.uid, user.gid);
  return file;
}
