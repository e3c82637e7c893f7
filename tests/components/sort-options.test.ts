import { expect, it } from "vitest";
import { sortOptions } from "@/components/ui/sort-options";

const columns = [
  { value: "code", label: "Code" },
  { value: "uses", label: "Redeemed" },
];

it("sorting offers the list's columns", () => {
  expect(sortOptions(columns, { key: "uses" })).toEqual(columns);
});

it("sorting offers the list's usual order, if that has no column", () => {
  expect(sortOptions(columns, { key: "created" })).toEqual([{ value: "created", label: "Default" }, ...columns]);
});
