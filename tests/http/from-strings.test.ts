import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fromStrings } from "@/lib/http/from-strings";

const schema = z.object({
  name: z.string(),
  page: z.int().default(1),
  urgent: z.boolean().optional(),
  endsAt: z.iso.datetime().nullable().optional(),
  status: z.enum(["open", "closed"]).optional(),
  roles: z.array(z.enum(["billing", "support"])).default([]),
  limits: z.array(z.int()).optional(),
  access: z.object({ note: z.string(), days: z.int().nullable() }).optional(),
});

const read = (...entries: [string, string][]) => fromStrings(schema, entries);

describe("fromStrings", () => {
  test("converts text to the types of the schema", () => {
    expect(read(["name", "Ana"], ["page", "3"], ["urgent", "on"], ["limits", "1"], ["limits", "20"])).toEqual({
      name: "Ana",
      page: 3,
      urgent: true,
      limits: [1, 20],
    });
  });

  test("an empty text becomes null, absent or empty, as the schema allows", () => {
    expect(read(["name", ""], ["page", ""], ["endsAt", ""], ["status", ""], ["roles", ""])).toEqual({
      name: "",
      endsAt: null,
      roles: [],
    });
  });

  test("an empty id or date counts as not set", () => {
    const choices = z.object({
      serviceId: z.uuid().optional(),
      from: z.iso.date().optional(),
      by: z.union([z.uuid(), z.literal("staff")]).optional(),
      q: z.string().optional(),
    });
    const entries = ["serviceId", "from", "by", "q"].map((name): [string, string] => [name, ""]);
    expect(fromStrings(choices, entries)).toEqual({ q: "" });
  });

  test("dotted names reach into objects", () => {
    expect(read(["access.note", "x"], ["access.days", ""])).toEqual({ access: { note: "x", days: null } });
  });

  test("a value that can't be converted stays as is, for the schema to reject", () => {
    expect(read(["page", "three"], ["urgent", "perhaps"], ["status", "lost"])).toEqual({
      page: "three",
      urgent: "perhaps",
      status: "lost",
    });
    expect(schema.safeParse(read(["name", "a"], ["page", "1e3"])).success).toBe(false);
  });

  test("a name with too many dots is treated as one unknown name", () => {
    const deep = "a.".repeat(100_000);
    expect(read(["name", "Ana"], [deep, "1"])).toEqual({ name: "Ana", [deep]: "1" });
    expect(schema.strict().safeParse(read(["name", "Ana"], [deep, "1"])).success).toBe(false);
  });

  test("no name reaches a prototype", () => {
    const names = fc.constantFrom(
      "__proto__",
      "constructor",
      "prototype",
      "__proto__.polluted",
      "access.__proto__.polluted",
      "constructor.prototype.polluted",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (entries) => {
        fromStrings(schema, entries);
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      }),
    );
    expect(schema.strict().safeParse(read(["name", "a"], ["__proto__", "x"])).success).toBe(false);
  });
});
