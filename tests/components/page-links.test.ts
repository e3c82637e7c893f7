import { describe, expect, it } from "vitest";
import { pageLinks, placeIn } from "@/components/ui/page-links";
import { msg } from "@/lib/platform/language/msg";

const page = (number: number, count: number, total: number) => ({
  items: Array.from({ length: count }),
  total,
  totalIsExact: true,
  page: number,
  pageSize: 25,
  hasNext: number * 25 < total,
});
const words = [msg("invoice@@of"), msg("invoices@@of")] as const;

it("keeps filters between pages and leaves the page number off the first page", () => {
  const current = { status: "paid", page: "2" };
  expect(pageLinks("/invoices", current, page(2, 25, 60), words)).toEqual({
    summary: "26–50 of 60 invoices",
    previousHref: "/invoices?status=paid",
    nextHref: "/invoices?status=paid&page=3",
  });
});

it("has no links on the only page, and only a previous link past the end", () => {
  expect(pageLinks("/invoices", {}, page(1, 1, 1), words)).toEqual({
    summary: "1–1 of 1 invoice",
    previousHref: undefined,
    nextHref: undefined,
  });
  expect(pageLinks("/invoices", { page: "9" }, page(9, 0, 60), words)).toMatchObject({
    summary: undefined,
    previousHref: "/invoices?page=8",
    nextHref: undefined,
  });
});

it("says where counting stopped, and goes on from there", () => {
  const long = { ...page(60, 25, 1_000), totalIsExact: false, hasNext: true };
  expect(pageLinks("/invoices", {}, long, words)).toMatchObject({
    summary: "1476–1500 of 1,000+ invoices",
    nextHref: "/invoices?page=61",
  });
});

it("goes on by cursors where counting stopped, and back to the first page without one", () => {
  const long = { ...page(41, 25, 1_000), totalIsExact: false, hasNext: true, next: "after", previous: "before" };
  const current = { status: "paid", page: "41" };
  expect(pageLinks("/invoices", current, long, words)).toMatchObject({
    summary: "1001–1025 of 1,000+ invoices",
    previousHref: "/invoices?status=paid&cursor=before",
    nextHref: "/invoices?status=paid&cursor=after",
  });
  const second = { ...long, page: 2 };
  expect(pageLinks("/invoices", { cursor: "before" }, second, words).previousHref).toBe("/invoices");
});

it("keeps numbers while a list is counted to its end, and drops the cursor it was reached by", () => {
  const short = { ...page(3, 10, 60), next: null, previous: "before" };
  expect(pageLinks("/invoices", { cursor: "after" }, short, words)).toMatchObject({
    previousHref: "/invoices?page=2",
    nextHref: undefined,
  });
});

describe("a further list of a page", () => {
  it("has its place under its own name, beside that of the first list", () => {
    const short = { ...page(2, 10, 60), hasNext: true, next: "after", previous: "before" };
    expect(pageLinks("/invoices", { page: "3", over: "2" }, short, words, "over")).toMatchObject({
      previousHref: "/invoices?page=3",
      nextHref: "/invoices?page=3&over=3",
    });
    const long = { ...short, page: 50, totalIsExact: false };
    expect(pageLinks("/invoices", {}, long, words, "over").nextHref).toBe("/invoices?over=after");
  });

  it("reads it as a page number or a cursor", () => {
    expect([placeIn("3"), placeIn("v1.abc"), placeIn(undefined), placeIn(["1", "2"])]).toEqual([
      { page: 3 },
      { cursor: "v1.abc" },
      {},
      {},
    ]);
  });
});
