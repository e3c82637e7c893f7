import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { backupFinding } from "@/scripts/doctor/backup";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { type PortalLogin, portalLogin } from "@/tests/fixtures/portal-login";

let database: TestDatabase;
let login: PortalLogin;
/** The owner, who writes backups, and the portal's login, with which the doctor looks. */
let owner: Client;
let portal: Client;

beforeAll(async () => {
  database = await freshDatabase();
  login = await portalLogin(database.url);
  owner = new Client({ connectionString: database.url });
  portal = new Client({ connectionString: login.url });
  await Promise.all([owner.connect(), portal.connect()]);
});

beforeEach(() => owner.query(`delete from "BackupRun"`));

afterAll(async () => {
  await Promise.all([owner.end(), portal.end()]);
  await login.drop();
  await database.drop();
});

const backUp = (hoursAgo: number) =>
  owner.query(
    `insert into "BackupRun" (id, "startedAt", "finishedAt", file, bytes, sha256, rows, version)
     values (gen_random_uuid(), $1, $1, 'portal.zip', 1, 'a', 1, '1.0.0')`,
    [new Date(Date.now() - hoursAgo * 3_600_000)],
  );

test("the doctor warns where nothing was ever backed up", async () => {
  expect(await backupFinding(portal)).toMatchObject({ state: "warning", message: "There is no backup yet." });
});

test("the doctor is content with a backup of last night, whatever older ones there are", async () => {
  await backUp(500);
  await backUp(9);
  expect(await backupFinding(portal)).toMatchObject({ state: "ok", message: "The last backup finished 9 hours ago." });
});

test("the doctor warns when the last backup is older than two days", async () => {
  await backUp(120);
  expect(await backupFinding(portal)).toMatchObject({
    state: "warning",
    message: "The last backup finished 5 days ago.",
  });
});

test("the doctor says one minute and not one minutes", async () => {
  await backUp(1 / 60);
  expect((await backupFinding(portal)).message).toBe("The last backup finished 1 minute ago.");
});
