import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CommandError } from "../process/command-error";
import type { Programs } from "./programs";
import { plainEnvironment, type RunAs } from "./run-as";
import { writeServerState } from "./server-state";

/**
 * Creates the data folder of a new cluster. It gets its name only once complete, so an interrupted first run is simply
 * repeated.
 */
export function initialise(programs: Programs, place: string, user: RunAs, flags: string[]): void {
  const unfinished = path.join(place, "data.new");
  const passwordFile = path.join(place, "password.new");
  const password = randomBytes(24).toString("base64url");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    createCluster(programs.initdb, unfinished, passwordFile, user, flags);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeServerState(place, { password, port: 0, ownerPid: 0 });
  renameSync(unfinished, path.join(place, "data"));
}

function createCluster(initdb: string, folder: string, passwordFile: string, user: RunAs, flags: string[]): void {
  const options = {
    pgdata: folder,
    username: "portcullis",
    pwfile: passwordFile,
    auth: "scram-sha-256",
    encoding: "UTF8",
    // PostgreSQL's own locale: the same sort order on every machine, whatever is installed.
    "locale-provider": "builtin",
    "builtin-locale": "C.UTF-8",
    locale: "C",
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const result = spawnSync(initdb, [...args, ...flags], {
    ...user,
    cwd: "/",
    encoding: "utf8",
    env: plainEnvironment,
  });
  if (result.status !== 0) {
    throw new CommandError(`The embedded PostgreSQL couldn't be initialized:  ${(result.stderr ?? "").trim()}`);
  }
}
