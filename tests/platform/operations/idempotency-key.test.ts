import { describe, expect, it } from "vitest";
import { readIdempotencyKey } from "@/lib/platform/operations/idempotency";
import type { AnyOperation } from "@/lib/platform/operations/operation";

const query = { kind: "query" } as AnyOperation;
const command = { kind: "command" } as AnyOperation;
const onlyOnce = { kind: "command", once: true } as AnyOperation;
const invalid = (detail: string) =>
  expect.objectContaining({ code: "invalid", detail: expect.stringContaining(detail) });

describe("an Idempotency-Key", () => {
  it("is ignored for a query", () => {
    expect(readIdempotencyKey(query, "x")).toBeUndefined();
    expect(readIdempotencyKey(query, undefined)).toBeUndefined();
  });

  it("is required for commands that must not run twice, and optional elsewhere", () => {
    expect(() => readIdempotencyKey(onlyOnce, undefined)).toThrow(invalid("Send an Idempotency-Key header"));
    expect(readIdempotencyKey(command, undefined)).toBeUndefined();
    expect(readIdempotencyKey(onlyOnce, "12345678")).toBe("12345678");
    expect(readIdempotencyKey(command, "12345678")).toBe("12345678");
  });

  it("has 8 to 128 visible characters", () => {
    const good = ["!~!~!~!~", "a".repeat(8), "a".repeat(128)];
    expect(good.map((key) => readIdempotencyKey(command, key))).toEqual(good);
    for (const key of [
      "",
      "a".repeat(7),
      "a".repeat(129),
      "with space",
      "12345678\n",
      "\n12345678",
      "1234567\x7f",
      "éééééééé",
    ])
      expect(() => readIdempotencyKey(command, key), key).toThrow(invalid("8 to 128 visible ASCII characters"));
  });
});
