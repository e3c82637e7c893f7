import { describe, expect, it } from "vitest";
import { nextDigestAt } from "@/lib/workspace/discussions/next-digest-at";
import { isTold, tellingOf } from "@/lib/workspace/discussions/telling-of";

const joinedAt = new Date("2026-01-01T00:00:00Z");
const group = { level: "all", frequency: "daily", joinedAt } as const;
const thread = { level: "none", frequency: "atOnce" } as const;

describe("how somebody is told of a thread", () => {
  it("is what they chose for the thread, before anything else", () => {
    expect(tellingOf({ thread, group })).toEqual({ level: "none", frequency: "atOnce", because: "thread" });
  });
  it("is otherwise what they chose for the group they have joined", () => {
    expect(tellingOf({ thread: null, group })).toEqual({ level: "all", frequency: "daily", because: "group" });
  });
  it("is of mentions alone for those who are only invited, or not even that", () => {
    const mentions = { level: "mentions", frequency: "atOnce", because: "mention" };
    expect(tellingOf({ thread: null, group: { ...group, joinedAt: null } })).toEqual(mentions);
    expect(tellingOf({ thread: null, group: null })).toEqual(mentions);
  });
  it.each([
    ["all", true, true],
    ["all", false, true],
    ["mentions", true, true],
    ["mentions", false, false],
    ["none", true, false],
    ["none", false, false],
  ] as const)("%s, with a mention %s: told %s", (level, mentioned, told) => {
    expect(isTold({ level, frequency: "atOnce", because: "group" }, { mentioned })).toBe(told);
  });
});

describe("the next digest", () => {
  const at = (frequency: "daily" | "weekly", now: string, zone = "Europe/Amsterdam") =>
    nextDigestAt(frequency, zone, new Date(now)).toISOString();

  it("comes at seven in the morning where its reader is", () => {
    expect(at("daily", "2026-07-01T04:59:00Z")).toBe("2026-07-01T05:00:00.000Z");
    expect(at("daily", "2026-07-01T05:00:00Z")).toBe("2026-07-02T05:00:00.000Z");
    expect(at("daily", "2026-07-01T05:00:00Z", "Asia/Tokyo")).toBe("2026-07-01T22:00:00.000Z");
  });
  it("keeps its hour when the clocks change", () => {
    expect(at("daily", "2026-10-24T06:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
    expect(at("daily", "2026-03-28T07:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
  });
  it("comes weekly on Mondays", () => {
    expect(at("weekly", "2026-07-01T05:00:00Z")).toBe("2026-07-06T05:00:00.000Z");
    expect(at("weekly", "2026-07-06T05:00:00Z")).toBe("2026-07-13T05:00:00.000Z");
  });
});
