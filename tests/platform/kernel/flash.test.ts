import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flashCookie, readFlash, writeFlash } from "@/lib/platform/kernel/flash";

describe("flash", () => {
  it("is read back from among other cookies unchanged", () => {
    const message = fc.string({ maxLength: 300, unit: "grapheme" }).filter((text) => text.length <= 300);
    const kind = fc.constantFrom("success" as const, "info" as const, "danger" as const);
    fc.assert(
      fc.property(message, kind, (message, kind) => {
        const cookies = `theme=dark; ${flashCookie}=${writeFlash({ kind, message })}; other=1`;
        expect(readFlash(cookies)).toEqual({ kind, message });
      }),
    );
  });

  it.each([
    "",
    "flash=",
    "flash=%",
    "flash=%7B",
    "flash=null",
    "notflash=%7B%22kind%22%3A%22info%22%2C%22message%22%3A%22x%22%7D",
    `flash=${encodeURIComponent('{"kind":"script","message":"x"}')}`,
    `flash=${encodeURIComponent('{"kind":"info","message":5}')}`,
    `flash=${encodeURIComponent(JSON.stringify({ kind: "info", message: "x".repeat(301) }))}`,
  ])("takes %j for no flash", (cookies) => {
    expect(readFlash(cookies)).toBeNull();
  });
});
