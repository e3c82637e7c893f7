import { expect, it } from "vitest";
import { pageLinks } from "@/components/ui/page-links";

const page = (number: number, count: number, total: number) => ({
  items: Array.from({ length: count }),
  total,
  page: number,
  pageSize: 25,
});
const words = ["invoice", "invoices"] as const;

it("keeps the filters on the way from page to page, and names no page in the address of the first", () => {
  const current = { status: "paid", page: "2" };
  expect(pageLinks("/invoices", current, page(2, 25, 60), words)).toEqual({
    summary: "26–50 of 60 invoices",
    previousHref: "/invoices?status=paid",
    nextHref: "/invoices?status=paid&page=3",
  });
});

it("leads nowhere from the only page, and past the end only back", () => {
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
