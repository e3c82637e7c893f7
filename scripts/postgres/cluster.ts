import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { CommandError } from "../process/command-error";
import type { Ending, Endings } from "../process/run-command";
import { isAlive, isPostmaster } from "./alive";
import { clusterUrl, connects, createDatabase } from "./connection";
import { initialise } from "./initialise";
import { findPrograms } from "./programs";
import { plainEnvironment, type RunAs } from "./run-as";
import { readServerState, type ServerState, writeServerState } from "./server-state";

/** A running PostgreSQL. `stop` only ends a server that this process started or took over from a dead process. */
export interface Cluster extends Ending {
  /** URL of its superuser for one database; without a name, the portal's own. */
  url(database?: string): string;
}

/**
 * Starts the cluster of a folder, creating it if necessary, or joins the one already running there.
 *
 * @param endings notified immediately, so that a cluster that is still starting is stopped too
 * @param settings that override PostgreSQL's defaults, as `name=value`
 * @throws CommandError with PostgreSQL's last log lines
 */
export async function startCluster(
  endings: Endings,
  place: string,
  user: RunAs,
  settings: string[] = [],
): Promise<Cluster> {
  const programs = findPrograms(user);
  const data = path.join(place, "data");
  if (!existsSync(data)) initialise(programs, place, user, settings.includes("fsync=off") ? ["--no-sync"] : []);
  const running = runningPid(data);
  const cluster =
    running === undefined
      ? await launched(endings, programs.postgres, place, user, settings)
      : await joined(endings, place, running);
  await createDatabase(cluster.url("postgres"), "portcullis");
  return cluster;
}

async function launched(
  endings: Endings,
  program: string,
  place: string,
  user: RunAs,
  settings: string[],
): Promise<Cluster> {
  const known = readServerState(place);
  // The same as last time if it is free: those who still have its URL find it again.
  const wanted = known.port > 0 ? { port: known.port } : {};
  const state = { ...known, port: await getPort({ host: "127.0.0.1", ...wanted }), ownerPid: process.pid };
  writeServerState(place, state);
  const child = launch(program, place, user, state.port, settings);
  const cluster = {
    url: urlOf(state),
    stop: () => stopChild(child),
    stopNow: () => void child.kill("SIGINT"),
  };
  endings.onEnd(cluster);
  await untilReady(place, cluster.url("postgres"), () => child.exitCode === null);
  return cluster;
}

async function joined(endings: Endings, place: string, pid: number): Promise<Cluster> {
  const state = readServerState(place);
  const orphaned = !isAlive(state.ownerPid);
  if (orphaned) writeServerState(place, { ...state, ownerPid: process.pid });
  const stopNow = () => void (orphaned && isAlive(pid) && process.kill(pid, "SIGINT"));
  const stop = async () => {
    stopNow();
    while (orphaned && isAlive(pid)) await wait(50);
  };
  const cluster = { url: urlOf(state), stop, stopNow };
  endings.onEnd(cluster);
  await untilReady(place, cluster.url("postgres"), () => isAlive(pid));
  return cluster;
}

function urlOf({ password, port }: ServerState): Cluster["url"] {
  return (database) => clusterUrl(password, port, database);
}

/** A pid file outlives a crash; if its number now belongs to another program, PostgreSQL would refuse to start. */
function runningPid(data: string): number | undefined {
  const pidFile = path.join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (isPostmaster(pid, data)) return pid;
  rmSync(pidFile);
}

function launch(program: string, place: string, user: RunAs, port: number, more: string[]): ChildProcess {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=300",
    "timezone=UTC",
    ...more,
  ];
  const log = openSync(path.join(place, "server.log"), "w");
  const args = ["-D", path.join(place, "data"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  // Its own session: Ctrl-C must reach the portal first, and the database only once it is no longer used.
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

async function untilReady(folder: string, url: string, isRunning: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; isRunning() && Date.now() < deadline; await wait(50)) {
    if (await connects(url)) return;
  }
  const lastLines = readFileSync(path.join(folder, "server.log"), "utf8").trim().split("\n").slice(-3).join(" ");
  throw new CommandError(`The embedded PostgreSQL didn't start: ${lastLines}`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  await ended;
}
