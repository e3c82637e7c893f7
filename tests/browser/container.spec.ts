import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import getPort from "get-port";
import { programOf } from "@/scripts/portal/compile-programs";
import { execForm } from "@/tests/deploy/container-image";
import { bareImage, changedFiles } from "@/tests/fixtures/browser/bare-image";
import { emptyDatabase } from "@/tests/fixtures/browser/empty-database";
import { newLogin, type PortalLogin } from "@/tests/fixtures/portal-login";

// What an engine would do with the Dockerfile, as far as it goes without one: only what the image copies, a user who
// may write nowhere in it, secrets in files, and the commands of compose.yaml.
test.describe.configure({ mode: "serial" });

const place = mkdtempSync(path.join(tmpdir(), "portcullis-image-"));
const app = path.join(place, "portal");
const scratch = path.join(place, "tmp");
const [, ...entry] = execForm("ENTRYPOINT");
const [server = ""] = execForm("CMD");
const children: ChildProcess[] = [];
const user = process.getuid?.() === 0 ? { uid: 10001, gid: 10001 } : {};

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let login: PortalLogin;
let node: string;
let port: number;

test.beforeAll(async () => {
  test.setTimeout(900_000);
  chmodSync(place, 0o755);
  database = await emptyDatabase(process.env.PORTAL_TEST_DATABASE_URL ?? "");
  port = await getPort({ host: "127.0.0.1" });
  node = bareImage(app);
  mkdirSync(scratch);
  chmodSync(scratch, 0o1777);
  // The migration creates the portal's own login.
  login = newLogin(database.url);
  writeSecret("database_url", login.url);
  writeSecret("database_migration_url", database.url);
  writeSecret("portal_secret", "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe");
});
test.afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await login.drop();
  await database.drop();
  execFileSync("chmod", ["-R", "u+w", place]);
  rmSync(place, { recursive: true, force: true });
});

test("the image migrates, serves, works and is backed up without writing to itself", async () => {
  test.setTimeout(900_000);
  const began = Date.now();
  const migrated = await run(["scripts/migrate.ts"]);
  expect(migrated.output).toMatch(/^Applied: /m);
  expect(migrated.code, migrated.output).toBe(0);
  expect((await run(["scripts/migrate.ts"])).output).toMatch(/^The database is up to date\.$/m);

  const metricsPort = await getPort({ host: "127.0.0.1" });
  const workerPort = await getPort({ host: "127.0.0.1" });
  const ports = { METRICS_PORT: String(metricsPort), WORKER_METRICS_PORT: String(workerPort) };
  const portal = start([server], ports);
  const worker = start([programOf("worker")], ports);
  const address = `http://127.0.0.1:${port}`;
  await expect.poll(() => statusOf(`${address}/readyz`), { timeout: 400_000 }).toBe(200);
  expect((await start(["scripts/probe.mjs", `${address}/readyz`], {}, []).ended).code).toBe(0);
  expect((await start(["scripts/probe.mjs", `${address}/nothing-here`], {}, []).ended).code).toBe(1);
  expect(await statusOf(`${address}/sign-in`)).toBe(200);
  expect(await statusOf(`${address}/metrics`)).toBe(404);

  await expect
    .poll(() => textOf(`http://127.0.0.1:${workerPort}/metrics`), { timeout: 200_000 })
    .toContain("portcullis_queue_jobs_waiting{");
  const figures = await textOf(`http://127.0.0.1:${metricsPort}/metrics`);
  expect(figures).toMatch(/^portcullis_http_requests_total\{kind="page",method="GET",status="2xx"\} [1-9]/m);
  expect(figures).toMatch(/^nodejs_eventloop_lag_seconds /m);

  const backup = path.join(scratch, "portal.zip");
  const saved = await run(["scripts/backup.ts", backup]);
  expect(saved.output).toMatch(/^SHA-256 /m);
  expect(saved.code).toBe(0);
  expect(readFileSync(backup).subarray(0, 2).toString()).toBe("PK");
  expect(await textOf(`http://127.0.0.1:${workerPort}/metrics`)).toMatch(/^portcullis_backup_age_seconds \d/m);

  for (const running of [portal, worker]) running.child.kill("SIGTERM");
  for (const { code, output } of [await portal.ended, await worker.ended]) {
    expect(code, output).toBe(0);
    const lines = output.trim().split("\n");
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) });
    expect(output).not.toContain(new URL(database.url).password);
  }
  expect(changedFiles(app, began)).toEqual([]);
});

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;
}

/** A command of the operator, who has the login that owns the tables. */
const run = (command: string[]) =>
  start(command, { DATABASE_MIGRATION_URL_FILE: path.join(place, "database_migration_url") }).ended;

function start(command: string[], more: Record<string, string> = {}, first: string[] = entry): Running {
  const child = spawn(node, [...first, ...command], {
    ...user,
    cwd: app,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      TMPDIR: scratch,
      // In the image a volume.
      FILES_DIR: path.join(scratch, "files"),
      PORT: String(port),
      PORTAL_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL_FILE: path.join(place, "database_url"),
      PORTAL_SECRET_FILE: path.join(place, "portal_secret"),
      ...more,
    } as unknown as NodeJS.ProcessEnv,
  });
  children.push(child);
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => pieces.push(piece));
  const ended = once(child, "close").then(([code]) => ({ code, output: Buffer.concat(pieces).toString() }));
  return { child, ended };
}

const statusOf = (url: string) =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
const textOf = (url: string) =>
  fetch(url).then(
    (response) => response.text(),
    () => "",
  );

function writeSecret(name: string, value: string): void {
  writeFileSync(path.join(place, name), `${value}\n`);
  chmodSync(path.join(place, name), 0o644);
}
