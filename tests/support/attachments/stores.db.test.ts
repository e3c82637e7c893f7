import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { readStored } from "@/lib/platform/files/read-stored";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addDays } from "@/lib/platform/kernel/dates";
import { keptIn, stores } from "@/tests/fixtures/stores";
import { begin, send, uploaded } from "@/tests/fixtures/uploads";
import { supportFiles } from "./support-files";

/** As many as may be sent at once. */
const AT_ONCE = 3;

const files = supportFiles();

describe.each(stores)("files in %s", (_, start) => {
  const store = keptIn(start);
  afterEach(() => files().clear());

  it("arrive in parts, are put together, and come back whole and in part", async () => {
    const { attached, download } = files();
    const id = await attached("small.txt", "0123456789");
    expect(await (await download(id)).text()).toBe("0123456789");
    const part = await download(id, { range: "bytes=2-4" });
    expect([part.status, await part.text()]).toEqual([206, "234"]);
  });

  it("that were given up halfway are swept", async () => {
    const { sender, portal } = files();
    const location = (await begin(sender, "half.txt", 10)).headers.get("location") ?? "";
    expect((await send(sender, location, 0, "01234")).status).toBe(204);
    expect(store().objects()).toBe(1);
    await sweepFiles(addDays(new Date(), 2));
    await sweepFiles(addDays(new Date(), 3));
    expect([store().objects(), await portal.owner.fileRemoval.count()]).toEqual([0, 0]);
  });

  it("are taken from one of several parts that are sent at the same time", async () => {
    const { sender, portal } = files();
    const location = (await begin(sender, "race.txt", 6)).headers.get("location") ?? "";
    const answers = await Promise.all(["abc", "def", "ghi", "jkl"].map((part) => send(sender, location, 0, part)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect((await send(sender, location, 3, "xyz")).status).toBe(204);
    const { storageKey } = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "race.txt" } });
    expect((await buffer(await readStored(storageKey ?? ""))).toString()).toMatch(/^(abc|def|ghi|jkl)xyz$/);
  });

  it("of several senders at the same time keep their own contents", async () => {
    const { sender, portal, ticketId } = files();
    const ids = await Promise.all(
      Array.from({ length: AT_ONCE }, (_unused, n) => uploaded(sender, `many-${n}.txt`, `contents ${n}`, { ticketId })),
    );
    const rows = await portal.owner.storedFile.findMany({ where: { id: { in: ids } } });
    const read = await Promise.all(
      rows.map(async ({ name, storageKey }) => [name, (await buffer(await readStored(storageKey ?? ""))).toString()]),
    );
    expect(new Map(read as [string, string][])).toEqual(
      new Map(Array.from({ length: AT_ONCE }, (_unused, n) => [`many-${n}.txt`, `contents ${n}`])),
    );
  });

  it("that are missing there are answered with a sentence, not with a broken file", async () => {
    const { attached, download, portal } = files();
    const id = await attached("gone.txt", "gone");
    await portal.owner.storedFile.updateMany({ where: { name: "gone.txt" }, data: { storageKey: "aa/aabbccdd" } });
    const answer = await download(id);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await answer.json()).detail).toMatch(/\w+\.$/);
  });
});
