import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { withUploadSlot } from "@/lib/http/uploads/with-upload-slot";
import { SLOTS_EACH, takeSlot } from "@/lib/platform/files/upload-slots";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
beforeEach(() => portal.owner.uploadSlot.deleteMany());
afterAll(() => portal.close());

const [ONE, OTHER] = ["support@northwind.example", "owner@northwind.example"];
const taken = () => portal.owner.uploadSlot.count();

it("of fifty uploads of one person at once six go on, whatever they are signed in with, and the others are told to come back", async () => {
  const callers = await Promise.all(Array.from({ length: 50 }, () => portal.as(ONE)));
  const [done, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let working = 0;
  const uploads = callers.map((caller) =>
    withUploadSlot(caller, async () => {
      working += 1;
      if (working === SLOTS_EACH) done.resolve();
      await finish.promise;
    }),
  );
  const ends = Promise.allSettled(uploads);
  await done.promise;
  expect(await taken()).toBe(SLOTS_EACH);
  // Somebody else isn't in the way.
  await withUploadSlot(await portal.as(OTHER), async () => {});
  finish.resolve();
  const refused = (await ends).filter((end) => end.status === "rejected");
  expect(refused.every(({ reason }) => reason.code === "too-many" && reason.extra.retryAfter > 0)).toBe(true);
  // One that begins when another has just ended may go on as well.
  expect(refused.length).toBeLessThanOrEqual(44);
  expect(refused.length).toBeGreaterThan(0);
  expect(await taken()).toBe(0);
});

it("those of other processes count, as the places are in the database", async () => {
  for (let place = 1; place <= SLOTS_EACH; place += 1) expect(await takeSlot("elsewhere")).toBe(place);
  expect(await takeSlot("elsewhere")).toBe(null);
});

it("the places of a process that died are free after a while", async () => {
  for (let place = 1; place <= SLOTS_EACH; place += 1) await takeSlot("dead");
  await portal.owner.uploadSlot.updateMany({ data: { until: new Date(Date.now() - 1_000) } });
  const places = await Promise.all(Array.from({ length: 50 }, () => takeSlot("dead")));
  const won = places.filter((place) => place !== null);
  expect(new Set(won).size).toBe(won.length);
  expect(won.length).toBe(SLOTS_EACH);
  expect(await taken()).toBe(SLOTS_EACH);
});

it("an upload that fails gives its place back", async () => {
  const caller = await portal.as(ONE);
  await expect(withUploadSlot(caller, () => Promise.reject(new Error("cut")))).rejects.toThrow("cut");
  expect(await taken()).toBe(0);
});

it("somebody who isn't signed in takes no place", async () => {
  const unknown = { credential: { by: "token", hash: "0".repeat(64) }, via: "token", ip: "" } as const;
  const work = () => taken();
  for (const caller of [unknown, { ...unknown, credential: null }])
    expect((await problemOf(withUploadSlot(caller, work))).code).toBe("not-signed-in");
});
