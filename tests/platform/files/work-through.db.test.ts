import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asWorker } from "@/lib/platform/db/transaction";
import { workThrough } from "@/lib/platform/files/work-through";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());
beforeEach(() => portal.owner.filePreview.deleteMany({}));

/** Files whose preview waits. */
async function waiting(count: number, runs = 0): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const rows = ids.map((id) => ({
    ...{ id, accountId: account, draft: "test", name: "A.pdf", size: 1, received: 1, storageKey: "none", sha256: "0" },
    ...({ state: "attached", contentType: "application/pdf" } as const),
  }));
  await portal.owner.storedFile.createMany({ data: rows });
  await portal.owner.filePreview.createMany({ data: ids.map((fileId) => ({ fileId, accountId: account, runs })) });
  return ids;
}

const worker = (work: (id: string) => Promise<void>, stopping = () => false) =>
  workThrough(
    {
      find: async (db, after, now) => {
        const free = [{ claimedUntil: null }, { claimedUntil: { lte: now } }];
        const where = { fileId: { gt: after }, state: "waiting" as const, OR: free };
        const found = await db.filePreview.findFirst({ where, orderBy: { fileId: "asc" } });
        return found && { id: found.fileId, runs: found.runs };
      },
      mark: async (db, { id: fileId, runs }, as) => {
        const where = { fileId, state: "waiting" as const, ...(runs !== undefined && { runs }) };
        const data = as === "failed" ? { state: as } : { runs: { increment: 1 }, claimedUntil: as };
        return (await db.filePreview.updateMany({ where, data })).count;
      },
      work: ({ id }) => work(id),
      failed: ({ err }) => expect(err).toBeInstanceOf(Error),
    },
    stopping,
  );

const ready = (fileId: string) =>
  asWorker((db) => db.filePreview.updateMany({ where: { fileId, state: "waiting" }, data: { state: "ready" } }));

const states = async (ids: readonly string[]) =>
  (await portal.owner.filePreview.findMany({ where: { fileId: { in: [...ids] } } })).map(({ state, runs }) => ({
    ...{ state, runs },
  }));

it("is begun once by one of fifty workers that find it together", async () => {
  const ids = await waiting(20);
  const begun: string[] = [];
  const all = Promise.withResolvers<void>();
  let working = 0;
  // Nobody comes to an end before as many have begun as there are files, so that all of them are found waiting.
  const work = async (id: string) => {
    begun.push(id);
    working += 1;
    if (working === ids.length) all.resolve();
    await all.promise;
    await ready(id);
  };
  const done = await Promise.all(Array.from({ length: 50 }, () => worker(work)));
  expect([...begun].sort()).toEqual([...ids].sort());
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(20);
  expect(await states(ids)).toEqual(ids.map(() => ({ state: "ready", runs: 1 })));
});

it("is not tried again once it has failed, and holds nothing else up", async () => {
  const ids = (await waiting(3)).sort();
  const done = await worker(async (id) => {
    if (id === ids[1]) throw new Error("Not this one");
    await ready(id);
  });
  expect(done).toBe(2);
  expect((await states(ids)).map(({ state }) => state).sort()).toEqual(["failed", "ready", "ready"]);
  expect(await worker(ready as never)).toBe(0);
});

it("stays ready if another worker has done it before this one failed", async () => {
  const [id = ""] = await waiting(1);
  await worker(async () => {
    await ready(id);
    throw new Error("Too late");
  });
  expect((await states([id]))[0]?.state).toBe("ready");
});

it("is tried again once the claim of a worker that has ended is over", async () => {
  const [id = ""] = await waiting(1);
  const begun: string[] = [];
  const again = () => worker(async (one) => void begun.push(one));
  await again();
  await again();
  expect(begun).toEqual([id]);
  await portal.owner.filePreview.updateMany({ data: { claimedUntil: new Date() } });
  await again();
  expect(begun).toEqual([id, id]);
  expect(await states([id])).toEqual([{ state: "waiting", runs: 2 }]);
});

it("is given up after three workers have ended on it", async () => {
  const tried = await waiting(1, 2);
  const left = await waiting(1, 3);
  const begun: string[] = [];
  await worker(async (id) => {
    begun.push(id);
    await ready(id);
  });
  expect(begun).toEqual(tried);
  expect((await states(left))[0]).toEqual({ state: "failed", runs: 3 });
});

it("waits for another worker when this one is stopping", async () => {
  const ids = await waiting(2);
  let stopping = false;
  await worker(
    async (id) => {
      await ready(id);
      stopping = true;
    },
    () => stopping,
  );
  expect((await states(ids)).map(({ state }) => state).sort()).toEqual(["ready", "waiting"]);
});
