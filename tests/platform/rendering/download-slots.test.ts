import { afterEach, describe, expect, it } from "vitest";
import { Problem } from "@/lib/platform/kernel/problem";
import { takeDownloadSlot } from "@/lib/platform/rendering/download-slots";

const held: (() => void)[] = [];
const take = (kind: "document" | "table", owner: string) => {
  const release = takeDownloadSlot(kind, owner);
  held.push(release);
  return release;
};

function refused(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error("It was not refused.");
}

afterEach(() => {
  for (const release of held.splice(0)) release();
});

describe("downloads in progress", () => {
  it.each([
    ["document", 4, 16],
    ["table", 2, 3],
  ] as const)("are limited by account and in all (%s)", (kind, each, all) => {
    for (let index = 0; index < each; index++) take(kind, "a");
    const own = refused(() => take(kind, "a"));
    expect(own).toMatchObject({ code: "too-many", status: 429 });
    expect(own.detail).toContain("You already have several downloads in progress");
    expect(own.extra.retryAfter).toBeGreaterThan(0);
    for (let index = each; index < all; index++) take(kind, `other-${index}`);
    expect(refused(() => take(kind, "newcomer")).detail).toContain("Too many downloads");
  });

  it("free their slot only once", () => {
    const [first] = [take("table", "a"), take("table", "a")];
    first?.();
    first?.();
    take("table", "a");
    expect(refused(() => take("table", "a")).code).toBe("too-many");
  });

  it("of one kind don't use the slots of the other", () => {
    for (let index = 0; index < 4; index++) take("document", "a");
    expect(() => take("table", "a")).not.toThrow();
  });
});
