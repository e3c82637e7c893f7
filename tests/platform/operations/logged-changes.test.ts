import { expect, it } from "vitest";
import { shownChanges } from "@/lib/platform/operations/logged-changes";

it("the changes of a log entry are shown in the reader's language, with nothing where there was nothing", () => {
  const changes = [
    { what: { text: "Due date" }, before: null, after: { day: "2026-03-02" } },
    {
      what: { text: "Amount of {item}", values: { item: "hosting" } },
      before: { minor: 1250, currency: "EUR" },
      after: 7,
    },
    { what: { text: "Title" }, before: "Old {name}", after: null },
  ];
  expect(shownChanges({ changes }, "en-GB")).toEqual([
    { what: "Due date", before: null, after: "2 March 2026" },
    { what: "Amount of hosting", before: "€12.50", after: "7" },
    { what: "Title", before: "Old {name}", after: null },
  ]);
});

it("an entry without changes shows none", () => {
  for (const details of [null, {}, { reason: "Not allowed" }, { changes: null }, { changes: { what: "x" } }]) {
    expect(shownChanges(details, "en-GB")).toEqual([]);
  }
});
