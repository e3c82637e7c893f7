import { createCipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { keyOf } from "@/lib/platform/keys/key-of";
import { type KeyRing, keyRing } from "@/lib/platform/keys/key-ring";
import { seal } from "@/lib/platform/keys/seal";
import { unseal } from "@/lib/platform/keys/unseal";
import { execute } from "@/lib/platform/operations/execute";
import { loginSecret } from "@/lib/services/core/login-secret";
import { replaceCredential } from "@/lib/services/login-details/replace-credential";
import { revealCredential } from "@/lib/services/login-details/reveal-credential";
import { signingKey } from "@/lib/services/provisioning/signing-key";
import { buildService } from "@/prisma/seed/builders/service";
import { countKeys } from "@/scripts/keys/count-keys";
import { rotateColumn } from "@/scripts/keys/rotate-column";
import { rotateFully } from "@/scripts/keys/rotate-fully";
import { sealedColumns } from "@/scripts/keys/sealed-columns";
import { verifyColumn } from "@/scripts/keys/verify-column";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type PortalLogin, portalLogin } from "@/tests/fixtures/portal-login";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const AGENT = "staff-support@portcullis.example";
const [second, third] = [randomBytes(32), randomBytes(32)].map((key) => key.toString("base64"));

let portal: TestPortal;
let login: PortalLogin;
let client: Client;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
  login = await portalLogin(portal.url);
  client = new Client({ connectionString: login.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await login.drop();
  await portal.close();
});
beforeEach(() => portal.owner.serviceCredential.deleteMany());
afterEach(() => use(undefined));

/** What a portal with these keys has. */
function use(keys: string | undefined): KeyRing {
  delete process.env.KEYS;
  if (keys !== undefined) process.env.KEYS = keys;
  forgetEnvironment();
  return keyRing();
}

async function service(secrets: readonly string[], accountId = northwind) {
  return buildService(portal.owner, accountId, {
    product: "vps-s",
    name: "keys.example",
    startedAt: new Date(),
    credentials: secrets.map((secret, index) => ({ label: `Login ${index}`, username: "root", secret })),
  });
}

const rowsOf = (serviceId: string) =>
  portal.owner.serviceCredential.findMany({ where: { serviceId }, orderBy: { label: "asc" } });

const secretsOf = async (serviceId: string, ring: KeyRing) =>
  (await rowsOf(serviceId)).map((row) => unseal(loginSecret, row, row.secret, ring).toString());

const reveal = async (serviceId: string, credentialId: string) =>
  execute(await portal.as(OWNER), northwind, revealCredential, { serviceId, credentialId });

test("every sealed column is in the database, and everything named like a stored secret is sealed or a hash", async () => {
  const { rows } = await client.query<{ column: string }>(
    `select c.relname || '.' || a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
       and a.attname ~* 'secret|privateKey|totp' order by 1`,
  );
  const sealed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(rows.map(({ column }) => column)).toEqual([...sealed, "Installation.secretCheck"].sort());
});

describe("rotation", () => {
  test("encrypts every secret with the first key, as the portal's own login, and again changes nothing", async () => {
    use(`2:${second}`);
    const serviceId = await service(["one", "two", "three"]);
    const ring = use(`3:${third},2:${second}`);
    expect(await rotateColumn(client, loginSecret, ring)).toEqual({ rotated: 3, changed: 0, unreadable: [] });
    expect((await rowsOf(serviceId)).map(({ secret }) => keyOf(secret))).toEqual([3, 3, 3]);
    expect(await secretsOf(serviceId, use(`3:${third}`))).toEqual(["one", "two", "three"]);
    const before = await rowsOf(serviceId);
    expect(await rotateColumn(client, loginSecret, ring)).toEqual({ rotated: 0, changed: 0, unreadable: [] });
    expect(await rowsOf(serviceId)).toEqual(before);
  });

  test("goes on where it was stopped", async () => {
    use(`2:${second}`);
    const serviceId = await service(Array.from({ length: 450 }, (_, index) => `secret ${index}`));
    const ring = use(`3:${third},2:${second}`);
    const stopped = new Client({ connectionString: login.url });
    await stopped.connect();
    let updates = 0;
    const query = stopped.query.bind(stopped);
    stopped.query = ((...args: Parameters<typeof query>) => {
      if (String(args[0]).startsWith("update") && ++updates === 2) throw new Error("stopped");
      return query(...args);
    }) as typeof stopped.query;
    await expect(rotateColumn(stopped, loginSecret, ring)).rejects.toThrow("stopped");
    await stopped.end();
    const half = (await rowsOf(serviceId)).filter(({ secret }) => keyOf(secret) === 3).length;
    expect(half).toBe(200);
    expect((await rotateColumn(client, loginSecret, ring)).rotated).toBe(450 - half);
    expect((await verifyColumn(client, loginSecret, ring)).unreadable).toEqual([]);
  });

  test("moves what was encrypted before the key ring, which opened until then", async () => {
    const serviceId = await service(["replaced below"]);
    const [{ id = "" } = {}] = await rowsOf(serviceId);
    const secret = beforeTheRing("from long ago", serviceId);
    await portal.owner.serviceCredential.updateMany({ where: { id }, data: { secret } });
    expect(await reveal(serviceId, id)).toMatchObject({ secret: "from long ago" });
    expect(await countKeys(client)).toContainEqual({ table: "ServiceCredential", key: 0, rows: 1 });
    const ring = use(`2:${second}`);
    expect((await rotateColumn(client, loginSecret, ring)).rotated).toBe(1);
    expect(await reveal(serviceId, id)).toMatchObject({ secret: "from long ago" });
    expect(await countKeys(client)).toContainEqual({ table: "ServiceCredential", key: 2, rows: 1 });
  });

  test("covers the keys that messages are signed with", async () => {
    use(`2:${second}`);
    const id = crypto.randomUUID();
    const secret = seal(signingKey, { id }, "signs");
    await portal.owner.provisioningEndpoint.create({
      data: { id, name: id, url: "https://panel.example", secret, activeSince: new Date() },
    });
    const ring = use(`3:${third},2:${second}`);
    expect((await rotateColumn(client, signingKey, ring)).rotated).toBeGreaterThanOrEqual(1);
    const row = await portal.owner.provisioningEndpoint.findUniqueOrThrow({ where: { id } });
    expect([keyOf(row.secret), unseal(signingKey, { id }, row.secret, ring).toString()]).toEqual([3, "signs"]);
  });

  test("loses nothing and shows nothing unreadable while the portal writes and reads", async () => {
    use(`2:${second}`);
    const serviceId = await service(Array.from({ length: 60 }, (_, index) => `first ${index}`));
    const ring = use(`3:${third},2:${second}`);
    const rows = await rowsOf(serviceId);
    const wanted = new Map(rows.map(({ id, label }) => [id, label.replace("Login", "first")]));
    let rotating = true;
    const rotate = async () => {
      for (let left = 1; left > 0; ) left = (await rotateColumn(client, loginSecret, ring)).changed;
      rotating = false;
    };
    const read = async () => {
      let rounds = 0;
      while (rotating || rounds === 0) {
        rounds++;
        await secretsOf(serviceId, ring);
      }
    };
    const write = async (from: number) => {
      const agent = await portal.as(AGENT);
      for (const [index, { id: credentialId, label }] of rows.slice(from, from + 8).entries()) {
        const secret = `second ${from + index}`;
        const given = { serviceId, credentialId, label, username: "root", secret, version: 1 };
        await execute(agent, northwind, replaceCredential, given);
        wanted.set(credentialId, secret);
      }
    };
    await Promise.all([rotate(), read(), read(), write(0), write(20), write(40)]);
    await rotateColumn(client, loginSecret, ring);
    const found = (await rowsOf(serviceId)).map((row) => [
      row.id,
      unseal(loginSecret, row, row.secret, ring).toString(),
    ]);
    expect(new Map(found as [string, string][])).toEqual(wanted);
    expect(await countKeys(client)).toContainEqual({ table: "ServiceCredential", key: 3, rows: 60 });
  });

  test("finds what a portal with the old keys entered meanwhile, before the row that it was at", async () => {
    const old = use(`2:${second}`);
    const serviceId = await service(["old"]);
    const ring = use(`3:${third},2:${second}`);
    const id = "00000000-0000-4000-8000-000000000001";
    const row = { id, accountId: northwind, serviceId };
    const query = client.query.bind(client);
    let entered = false;
    client.query = (async (...args: Parameters<typeof query>) => {
      if (!entered && String(args[0]).startsWith("update")) {
        entered = true;
        const secret = seal(loginSecret, row, "entered", old);
        await portal.owner.serviceCredential.create({ data: { ...row, label: "New", username: "root", secret } });
      }
      return query(...args);
    }) as unknown as typeof client.query;
    const found = await rotateFully(client, loginSecret, ring);
    client.query = query;
    expect(found).toEqual({ rotated: 2, changed: 0, unreadable: [] });
    expect((await rowsOf(serviceId)).map(({ secret }) => keyOf(secret))).toEqual([3, 3]);
  });

  test("leaves a secret that somebody wrote since it was read", async () => {
    use(`2:${second}`);
    const serviceId = await service(["old"]);
    const [row] = await rowsOf(serviceId);
    if (row === undefined) throw new Error("no row");
    const ring = use(`3:${third},2:${second}`);
    const newer = seal(loginSecret, row, "newer", ring);
    const query = client.query.bind(client);
    client.query = (async (...args: Parameters<typeof query>) => {
      if (String(args[0]).startsWith("update")) {
        await portal.owner.serviceCredential.updateMany({ where: { id: row.id }, data: { secret: newer } });
      }
      return query(...args);
    }) as unknown as typeof client.query;
    const found = await rotateColumn(client, loginSecret, ring);
    client.query = query;
    expect(found).toEqual({ rotated: 0, changed: 1, unreadable: [] });
    expect(await secretsOf(serviceId, ring)).toEqual(["newer"]);
  });
});

describe("a secret that can't be read", () => {
  test("is named with its key by the command, and others are rotated and verified", async () => {
    use(`2:${second}`);
    const lost = await service(["lost"]);
    use(`3:${third}`);
    const kept = await service(["kept"]);
    const ring = use(`4:${randomBytes(32).toString("base64")},3:${third}`);
    const [{ id = "" } = {}] = await rowsOf(lost);
    const unreadable = [{ id, reason: "Key 2 is missing from KEYS." }];
    expect(await rotateColumn(client, loginSecret, ring)).toEqual({ rotated: 1, changed: 0, unreadable });
    expect(await verifyColumn(client, loginSecret, ring)).toEqual({ secrets: 2, unreadable });
    expect(await secretsOf(kept, ring)).toEqual(["kept"]);
  });

  test.each([
    ["lost", () => `3:${third}`],
    ["another one", () => `2:${third}`],
  ])("is a readable problem for the customer if its key is %s", async (_, keys) => {
    use(`2:${second}`);
    const serviceId = await service(["gone"]);
    const [{ id = "" } = {}] = await rowsOf(serviceId);
    use(keys());
    const { code, detail } = await problemOf(reveal(serviceId, id));
    expect([code, detail]).toEqual([
      "conflict",
      "The Login 0 credentials can't be decrypted any more. Open a ticket and ask for new ones.",
    ]);
    expect(await portal.owner.credentialReveal.count({ where: { serviceId } })).toBe(0);
  });

  test("is one that was copied to another row, service or account", async () => {
    const from = await service(["Not for others"]);
    const [row] = await rowsOf(from);
    if (row === undefined) throw new Error("no row");
    const beside = await service(["its own"]);
    const other = await service(["theirs"], portal.demo.globex.id);
    await portal.owner.serviceCredential.updateMany({
      where: { serviceId: { in: [beside, other] } },
      data: { secret: row.secret },
    });
    const { unreadable } = await verifyColumn(client, loginSecret, keyRing());
    expect(unreadable.map(({ reason }) => reason)).toEqual(
      Array(2).fill("Key 1 doesn't open it: it was altered or moved, or that is another key."),
    );
    // The row itself, under another service.
    await portal.owner.serviceCredential.updateMany({ where: { id: row.id }, data: { serviceId: beside } });
    expect((await problemOf(reveal(beside, row.id))).code).toBe("conflict");
  });
});

function beforeTheRing(secret: string, boundTo: string): string {
  const key = Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis service credentials", 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(Buffer.from(boundTo));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64");
}
