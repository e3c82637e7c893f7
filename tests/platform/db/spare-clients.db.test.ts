import { afterAll, beforeAll, expect, test } from "vitest";
import { PostgresAdapter } from "@/lib/platform/db/postgres-adapter";
import { SpareClients } from "@/lib/platform/db/spare-clients";
import { usualTimings } from "@/lib/platform/db/timings";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

let [one, other]: TestDatabase[] = [];
beforeAll(async () => {
  [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([one?.drop(), other?.drop()]);
});

const adapterOf = (database: TestDatabase | undefined) =>
  new PostgresAdapter({ connectionString: database?.url, max: 1 }, usualTimings);

type Client = ReturnType<SpareClients["open"]>;
const nameOf = async (client: Client) => {
  const [row] = await client.$queryRaw<{ name: string }[]>`select current_database()::text as name`;
  return row?.name;
};
const name = (database: TestDatabase | undefined) => new URL(database?.url ?? "").pathname.slice(1);

test("a client that was disconnected is opened again, on the database it is opened for", async () => {
  const clients = new SpareClients();
  const first = clients.open(adapterOf(one));
  expect(await nameOf(first)).toBe(name(one));
  await Promise.all([first.$disconnect(), first.$disconnect()]);
  await first.$disconnect();
  const second = clients.open(adapterOf(other));
  expect(second).toBe(first);
  expect(await nameOf(second)).toBe(name(other));
  const third = clients.open(adapterOf(one));
  expect(third).not.toBe(second);
  expect([await nameOf(third), await nameOf(second)]).toEqual([name(one), name(other)]);
  await Promise.all([second.$disconnect(), third.$disconnect()]);
});

test("a client that was disconnected connects to nothing until it is opened again", async () => {
  const clients = new SpareClients();
  const client = clients.open(adapterOf(one));
  await nameOf(client);
  await client.$disconnect();
  await expect(nameOf(client)).rejects.toThrow("This database client is closed.");
  expect(await nameOf(clients.open(adapterOf(one)))).toBe(name(one));
  await client.$disconnect();
});

test("a client is prepared once", async () => {
  const prepared: Client[] = [];
  const clients = new SpareClients((client) => prepared.push(client));
  for (const database of [one, other]) await clients.open(adapterOf(database)).$disconnect();
  expect(prepared).toHaveLength(1);
});

test("a request that begins while its client is disconnected is refused, and the client doesn't go back to that database", async () => {
  const clients = new SpareClients();
  for (const isUsed of [true, false]) {
    const client = clients.open(adapterOf(one));
    if (isUsed) await nameOf(client);
    const closing = client.$disconnect();
    const late = expect(nameOf(client)).rejects.toThrow("This database client is closed.");
    await closing;
    await late;
    const next = clients.open(adapterOf(other));
    expect(next).toBe(client);
    expect(await nameOf(next)).toBe(name(other));
    await next.$disconnect();
  }
});
