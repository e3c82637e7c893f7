import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Problem } from "@/lib/platform/kernel/problem";
import { withLanguage } from "@/lib/platform/language/with-language";
import { readInput } from "@/lib/platform/operations/read-input";

const schema = z.object({
  name: z.string().trim().min(2, "Two letters or more."),
  lines: z.array(z.object({ amount: z.number("A number, please.") })).default([]),
  when: z.date().nullable().default(null),
});

/** The Problem that reading this input throws. */
function problem(raw: unknown): { detail: string; fields: unknown } {
  try {
    readInput(schema, raw);
  } catch (error) {
    if (error instanceof Problem && error.code === "invalid")
      return { detail: error.detail, fields: error.extra.fields };
    throw error;
  }
  throw new Error("It was read.");
}

describe("input", () => {
  it("is parsed by the schema", () => {
    expect(readInput(schema, { name: " Ana " })).toEqual({ name: "Ana", lines: [], when: null });
    expect(readInput(schema, { name: "Ana", when: null, lines: [{ amount: 1 }] }).lines).toEqual([{ amount: 1 }]);
  });

  it("that is invalid is reported at its field, with the first error as the message", () => {
    expect(problem({ name: "A", lines: [{ amount: "1" }, { amount: "2" }] })).toEqual({
      detail: "name: Two letters or more.",
      fields: {
        name: ["Two letters or more."],
        "lines.0.amount": ["A number, please."],
        "lines.1.amount": ["A number, please."],
      },
    });
  });

  it("that is invalid inside a list is named by its place in the message", () => {
    expect(problem({ name: "Ana", lines: [{ amount: "1" }] }).detail).toBe("lines.0.amount: A number, please.");
  });

  it("with two errors in one field reports both", () => {
    const twice = z.object({ code: z.string().min(3, "Too short.").regex(/^\d+$/, "Digits only.") });
    const read = () => readInput(twice, { code: "a" });
    expect(read).toThrow(expect.objectContaining({ extra: { fields: { code: ["Too short.", "Digits only."] } } }));
  });

  it("of the wrong type is reported in the language of the request", () => {
    const messageIn = (locale: string) => withLanguage(locale, () => problem({ name: 7 }).detail);
    expect(messageIn("en-GB")).toBe("name: Invalid input: expected string, received number");
    expect(messageIn("de-DE")).toBe("name: Ungültige Eingabe: erwartet string, erhalten Zahl");
  });

  it("with unknown fields is rejected by name", () => {
    const { detail, fields } = problem({ name: "Ana", admin: true, root: 1 });
    expect(detail).toMatch(/^Input: /);
    expect(Object.keys(fields as object)).toEqual(["admin, root"]);
  });

  it("that isn't an object is rejected", () => {
    for (const raw of [null, "text", 7, [], undefined]) {
      expect(problem(raw).detail).toMatch(/^Input: /);
      expect(Object.keys(problem(raw).fields as object)).toEqual([""]);
    }
  });

  it.each([
    [{ name: "a\0b" }, "name"],
    [{ name: "half \ud800 inside" }, "name"],
    [{ name: "half \udc00 inside" }, "name"],
    [{ name: "Ana", lines: [{ amount: 1, note: "\0" }] }, "lines.0.note"],
    ["\0", ""],
  ])("that PostgreSQL can't store is rejected at any depth: %j", (raw, field) => {
    const message = "Contains a character that can't be stored.";
    expect(problem(raw)).toEqual({ detail: `${field}: ${message}`, fields: { [field]: [message] } });
  });

  it("with any valid characters is kept as is", () => {
    expect(readInput(schema, { name: "Zoë 😀 日本" }).name).toBe("Zoë 😀 日本");
  });
});
