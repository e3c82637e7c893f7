import { expect, it } from "vitest";
import { decodeText } from "@/lib/platform/kernel/decode-text";

const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));

it.each([
  ["UTF-8", bytes("Grüße\r\nüber", "utf8")],
  ["UTF-8 with its mark", bytes("\ufeffGrüße\r\nüber", "utf8")],
  ["UTF-16", bytes("\ufeffGrüße\r\nüber", "utf16le")],
  ["what Windows writes", bytes("Grüße\rüber", "latin1")],
])("%s is read as it was written", (_, contents) => {
  expect(decodeText(contents)).toBe("Grüße\nüber");
});

it("a text that was cut within a character is still UTF-8", () => {
  const cut = bytes("Grüße über alles ü", "utf8").slice(0, -1);
  expect(decodeText(cut, false)).toBe("Grüße über alles ");
});

it("what is no text is none, whatever its name", () => {
  expect(decodeText(new Uint8Array([0x4d, 0x5a, 0, 0, 3, 0]))).toBeNull();
});
