import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** What a later process needs in order to join a cluster or take it over. */
export interface ServerState {
  password: string;
  port: number;
  ownerPid: number;
}

/** Reads the state kept beside the data. */
export function readServerState(place: string): ServerState {
  return JSON.parse(readFileSync(path.join(place, "server.json"), "utf8")) as ServerState;
}

/** Replaces the state in one step, readable by its owner alone: it holds the superuser's password. */
export function writeServerState(place: string, state: ServerState): void {
  const target = path.join(place, "server.json");
  writeFileSync(`${target}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${target}.new`, target);
}
