import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CommandError } from "../process/command-error";
import { freePort } from "../process/free-port";
import { isAlive, isPostmaster } from "./alive";
import { clusterUrl, connects, createDatabase } from "./connection";
import { initialise } from "./initialise";
import { permanentPlace, temporaryPlace } from "./places";
import { findPrograms } from "./programs";
import { plainEnvironment, type RunAs, runAs } from "./run-as";
import { readServerState, type ServerState, writeServerState } from "./server-state";

/** A running PostgreSQL. */
export interface Cluster {
  /** URL of its superuser for one database; without a name, the portal's own. */
  url(database?: string): string;
  /** Ends what this process started or took over from a dead one; a cluster somebody else runs is left alone. */
  stop(): Promise<void>;
  /** The same without waiting, for a process that is about to die. */
  stopNow(): void;
}

const testFlags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Starts the cluster of this checkout, or joins the one that already runs. Data stays between runs. */
export async function startPermanentCluster(): Promise<Cluster> {
  const user = runAs();
  return start(permanentPlace(user), user, []);
}

/** Starts an empty cluster that trades durability for speed and leaves nothing behind when it stops. */
export async function startTemporaryCluster(): Promise<Cluster> {
  const user = runAs();
  const place = temporaryPlace(user);
  const forget = () => rmSync(place, { recursive: true, force: true });
  try {
    const cluster = await start(place, user, testFlags);
    return { ...cluster, stop: () => cluster.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}

async function start(place: string, user: RunAs, flags: string[]): Promise<Cluster> {
  const programs = findPrograms(user);
  const data = path.join(place, "data");
  if (!existsSync(data)) initialise(programs, place, user);
  const state = readServerState(place);
  const running = runningPid(data);
  if (running !== undefined) return join(place, running, state);

  const port = await freePort();
  writeServerState(place, { ...state, port, ownerPid: process.pid });
  const child = launch(programs.postgres, place, user, port, flags);
  await untilReady(place, child, clusterUrl(state.password, port, "postgres"));
  await createDatabase(clusterUrl(state.password, port, "postgres"), "portcullis");
  return {
    url: (database) => clusterUrl(state.password, port, database),
    stop: () => stopChild(child),
    stopNow: () => void child.kill("SIGINT"),
  };
}

/** A pid file outlives a crash; if its number now belongs to another program, PostgreSQL would refuse to start. */
function runningPid(data: string): number | undefined {
  const pidFile = path.join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (isPostmaster(pid, data)) return pid;
  rmSync(pidFile);
}

async function join(place: string, pid: number, state: ServerState): Promise<Cluster> {
  const orphaned = !isAlive(state.ownerPid);
  if (orphaned) writeServerState(place, { ...state, ownerPid: process.pid });
  const stopNow = () => void (orphaned && isAlive(pid) && process.kill(pid, "SIGINT"));
  await untilReady(place, undefined, clusterUrl(state.password, state.port, "postgres"));
  await createDatabase(clusterUrl(state.password, state.port, "postgres"), "portcullis");
  return {
    url: (database) => clusterUrl(state.password, state.port, database),
    stopNow,
    async stop() {
      stopNow();
      while (orphaned && isAlive(pid)) await wait(50);
    },
  };
}

function launch(program: string, place: string, user: RunAs, port: number, flags: string[]): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=300",
    "timezone=UTC",
    ...flags,
  ];
  const log = openSync(path.join(place, "server.log"), "w");
  const args = ["-D", path.join(place, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  // Its own session: Ctrl-C must reach the portal first and the database only once nobody uses it.
  const child = spawn(program, args, {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: plainEnvironment,
  });
  closeSync(log);
  return child;
}

async function untilReady(place: string, child: ChildProcess | undefined, url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(50)) {
    if (await connects(url)) return;
    if (child && child.exitCode !== null) break;
  }
  const lastWords = readFileSync(path.join(place, "server.log"), "utf8").trim().split("\n").slice(-3).join(" ");
  throw new CommandError(`The embedded PostgreSQL did not start: ${lastWords}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}
