import { afterAll, beforeAll, expect, it } from "vitest";
import type { Follower } from "@/lib/platform/live/follower";
import { LiveHub } from "@/lib/platform/live/hub";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
const hub = new LiveHub([]);
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(async () => {
  await hub.end();
  await portal.close();
});

const silent = { send() {}, beat() {}, end() {} };

async function follower(): Promise<Follower> {
  const { support: id } = portal.demo.northwind.contacts;
  const { version } = await portal.owner.accessVersion.findUniqueOrThrow({ where: { id } });
  const stamp = { versions: [{ id, version: `${version}` }], until: new Date(Date.now() + 60_000) };
  return { personId: id, accountId: portal.demo.northwind.id, isStaff: false, viewer: {} as never, stamp };
}

it("a stream isn't opened if notifications were lost meanwhile, even when they are heard again", async () => {
  const lost = Promise.withResolvers<void>();
  await hub.open(follower, () => ({ ...silent, end: lost.resolve }));
  const late = async () => {
    const read = await follower();
    await portal.owner
      .$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query in ('listen portcullis_live', 'select 1') and pid <> pg_backend_pid()`;
    await lost.promise;
    await portal.owner.contactRole.deleteMany({ where: { contactId: read.personId } });
    // Waits until the hub listens again.
    await hub.open(follower, () => silent);
    return read;
  };
  await expect(hub.open(late, () => silent)).rejects.toThrow("temporarily unavailable");
  expect(hub.size).toBe(1);
});
