import { describe, expect, it } from "vitest";
import { Spool } from "@/lib/platform/kernel/spool";
import { problemOf } from "@/tests/fixtures/problem-of";

const all = async (spool: Spool) => {
  const pieces: Uint8Array[] = [];
  for await (const piece of spool.pieces()) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), pieces };
};

describe("a spool", () => {
  it.each([0, 1, 1_000, 262_143, 262_144, 262_145, 3_000_001])(
    "returns %i bytes in order, in bounded pieces",
    async (size) => {
      const written = Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 7) % 251));
      const spool = new Spool(4_000_000);
      for (let at = 0; at < size; at += 10_007) await spool.write(written.subarray(at, at + 10_007));
      expect(spool.bytes).toBe(size);
      const { bytes, pieces } = await all(spool);
      expect(bytes.equals(written)).toBe(true);
      expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(65_536);
      expect(spool.bytes).toBe(0);
    },
  );

  it("rejects more than its limit with a message", async () => {
    const spool = new Spool(2 * 1024 * 1024);
    await spool.write(new Uint8Array(2 * 1024 * 1024));
    const problem = await problemOf(spool.write(new Uint8Array(1)));
    expect([problem.code, problem.detail]).toEqual([
      "invalid",
      "This file would be larger than 2 MB. Select a shorter period.",
    ]);
    await spool.discard();
  });

  it("discarded while it is read ends with an error, not as if it were complete", async () => {
    const spool = new Spool(4_000_000);
    await spool.write(new Uint8Array(1_000_000));
    const pieces = spool.pieces();
    await pieces.next();
    await spool.discard();
    await expect(pieces.next()).rejects.toThrow();
    await expect(spool.discard()).resolves.toBeUndefined();
  });
});
