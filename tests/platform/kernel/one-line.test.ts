import { describe, expect, it } from "vitest";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { personName } from "@/lib/platform/kernel/person-name";

describe("oneLine", () => {
  it.each([
    ["  Ana \r\n\t López\u00a0 ", "Ana López"],
    ["Ana\u0007\u0085Lopez", "Ana Lopez"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["\u2067Ana", "Ana"],
    ["Ana\u200b", "Ana"],
    ["Jose\u0301", "José"],
  ])("keeps of %j what belongs on a line", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it.each(["محمد‌رضا", "👩‍💻 Ops", "Ñandú", "क्‍ष", "-"])("leaves %s as it is", (text) => {
    expect(oneLine(text)).toBe(text);
  });

  it.each(["\u200b\u200b", "\u200d", "\u3164", "\u2800 \u2800", "\u00ad", "\ufeff", "\u0301", " "])(
    "is empty where %j is all there is",
    (text) => {
      expect(oneLine(text)).toBe("");
      expect(personName.safeParse(text).success).toBe(false);
    },
  );
});
