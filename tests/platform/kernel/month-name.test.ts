import { describe, expect, it } from "vitest";
import { monthName } from "@/lib/platform/kernel/month-name";

describe("the name of a month", () => {
  it("follows the reader's locale", () => {
    expect(monthName("2026-03", "long", "en-GB")).toBe("March 2026");
    expect(monthName("2026-03", "short", "en-GB")).toBe("Mar");
    expect(monthName("2026-03", "long", "de-DE")).toBe("März 2026");
  });
});
