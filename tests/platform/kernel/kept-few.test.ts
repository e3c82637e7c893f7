import { expect, it } from "vitest";
import { keptFew } from "@/lib/platform/kernel/kept-few";

it("makes a value once while it is kept, and never keeps more than a few hundred", () => {
  const made = new Map<string, number>();
  const kept = keptFew<object>();
  const ask = (key: string) =>
    kept(key, () => {
      made.set(key, (made.get(key) ?? 0) + 1);
      return { key };
    });
  expect(ask("de")).toBe(ask("de"));
  const first = ask("de");
  for (let one = 0; one < 500; one++) ask(`zone ${one}`);
  expect(ask("de")).not.toBe(first);
  expect(made.get("de")).toBe(2);
  expect(made.get("zone 499")).toBe(1);
});
