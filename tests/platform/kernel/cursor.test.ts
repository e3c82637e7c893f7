import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { openCursor, sealCursor } from "@/lib/platform/kernel/cursor";
import { Problem } from "@/lib/platform/kernel/problem";

const cursor = {
  page: 7,
  back: true,
  inclusive: false,
  values: [new Date("2026-03-01T10:00:00.123Z"), 9_007_199_254_740_993n, 3, "Łódź. ü", true, null],
};

const settle = (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  forgetEnvironment();
};
beforeEach(() => settle({ PORTAL_MODE: "test", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" }));
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnvironment();
});

const refusalOf = (act: () => unknown): Problem => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("It was accepted.");
};

describe("a cursor", () => {
  it("keeps what a row is sorted by, to the last digit", () => {
    expect(openCursor("payments", sealCursor("payments", cursor))).toEqual(cursor);
  });

  it("fits a URL", () => {
    expect(sealCursor("payments", cursor)).toMatch(/^[\w.-]+$/);
  });

  it("shows nothing of what a row is sorted by, which its reader may not be shown", () => {
    const hidden = { ...cursor, values: ["what it costs", 4_990n] };
    const text = Buffer.from(sealCursor("services", hidden), "base64url").toString("latin1");
    expect(text).not.toMatch(/what|costs|4990|whole/);
  });

  it("of another list, order or filter is refused in words", () => {
    const { code, status, detail, extra } = refusalOf(() => openCursor("invoices", sealCursor("payments", cursor)));
    expect({ code, status }).toEqual({ code: "invalid", status: 400 });
    expect(detail).toBe(
      "This page of the list can't be found: its order or filters have changed. Go back to the first page.",
    );
    expect(extra.fields).toEqual({ cursor: [detail] });
  });

  it("is refused if a single character of it was changed", () => {
    const sealed = sealCursor("payments", cursor);
    for (let place = 0; place < sealed.length - 1; place += 1) {
      const other = sealed[place] === "A" ? "B" : "A";
      const tampered = `${sealed.slice(0, place)}${other}${sealed.slice(place + 1)}`;
      expect(refusalOf(() => openCursor("payments", tampered)).code).toBe("invalid");
    }
  });

  it.each(["", ".", "x", "x.y", "..", "W10.AAAAAAAAAAAAAAAAAAAAAA", "💥"])("isn't %j", (text) => {
    expect(refusalOf(() => openCursor("payments", text)).code).toBe("invalid");
  });
});
