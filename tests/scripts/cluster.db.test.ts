import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startCluster } from "@/scripts/postgres/cluster";
import { connects } from "@/scripts/postgres/connection";
import { temporaryPlace } from "@/scripts/postgres/places";
import { canReach, runAs } from "@/scripts/postgres/run-as";
import { readServerState, writeServerState } from "@/scripts/postgres/server-state";
import type { Ending } from "@/scripts/process/run-command";

const user = runAs();
let place: string;
let endings: Ending[];
const registry = { onEnd: (ending: Ending) => void endings.push(ending) };

beforeAll(() => {
  place = temporaryPlace(user);
});

beforeEach(() => {
  endings = [];
});

afterEach(async () => {
  for (const ending of endings.toReversed()) await ending.stop();
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("a cluster", () => {
  test("keeps its data when it is stopped and started again", async () => {
    const first = await startCluster(registry, place, user, ["fsync=off"]);
    await query(first.url(), "create table kept as select 42 as answer");
    await first.stop();
    expect(await connects(first.url())).toBe(false);
    const second = await startCluster(registry, place, user, ["fsync=off"]);
    expect(await query(second.url(), "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("is shared if it is running, and left running by processes that only joined", async () => {
    const own = await startCluster(registry, place, user, ["fsync=off"]);
    // The id of a running process that isn't ours: the test runner that started this one.
    writeServerState(place, { ...readServerState(place), ownerPid: process.ppid });
    const joined = await startCluster(registry, place, user, ["fsync=off"]);
    expect(joined.url()).toBe(own.url());
    await joined.stop();
    expect(await connects(own.url())).toBe(true);
  });

  test("is taken over from a dead process, and stopped by the new owner", async () => {
    const own = await startCluster(registry, place, user, ["fsync=off"]);
    writeServerState(place, { ...readServerState(place), ownerPid: await deadPid() });
    const heir = await startCluster(registry, place, user, ["fsync=off"]);
    await heir.stop();
    expect(await connects(own.url())).toBe(false);
  });

  test("starts despite a pid file with another process's id", async () => {
    const first = await startCluster(registry, place, user, ["fsync=off"]);
    const pidFile = path.join(place, "data/postmaster.pid");
    const left = readFileSync(pidFile, "utf8");
    await first.stop();
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)));
    const second = await startCluster(registry, place, user, ["fsync=off"]);
    expect(await connects(second.url())).toBe(true);
  });

  test("that was interrupted during initialization is created again", async () => {
    const first = await startCluster(registry, place, user, ["fsync=off"]);
    await first.stop();
    spawnSync("mv", [path.join(place, "data"), path.join(place, "data.new")]);
    const second = await startCluster(registry, place, user, ["fsync=off"]);
    expect(await connects(second.url())).toBe(true);
    expect(existsSync(path.join(place, "data.new"))).toBe(false);
  });

  test("refuses a wrong password", async () => {
    const cluster = await startCluster(registry, place, user, ["fsync=off"]);
    const url = new URL(cluster.url());
    url.password = "wrong";
    expect(await connects(url.href)).toBe(false);
  });
});

test.runIf(user)("a folder closed to others is out of reach for the user PostgreSQL runs as", () => {
  const closed = mkdtempSync(path.join(tmpdir(), "closed-"));
  expect(canReach(user, closed)).toBe(false);
  expect(canReach(user, tmpdir())).toBe(true);
  rmSync(closed, { recursive: true });
});

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return Number(child.pid);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}
