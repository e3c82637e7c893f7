import { expect, it } from "vitest";
import { validityOf } from "@/lib/billing/payment-methods/validity";

const november = new Date("2026-11-22T12:00:00Z");

it.each([
  { expMonth: 10, expYear: 2026, validity: "expired" },
  { expMonth: 12, expYear: 2025, validity: "expired" },
  { expMonth: 11, expYear: 2026, validity: "expiring" },
  { expMonth: 12, expYear: 2026, validity: "expiring" },
  { expMonth: 1, expYear: 2027, validity: "valid" },
  { expMonth: null, expYear: null, validity: "valid" },
])("a method expiring $expMonth/$expYear is $validity in November 2026", ({ validity, ...expiry }) => {
  expect(validityOf(expiry, november)).toBe(validity);
});

it("a card is valid to the end of its month, across the turn of the year", () => {
  const card = { expMonth: 12, expYear: 2026 };
  expect(validityOf(card, new Date("2026-12-31T23:59:59Z"))).toBe("expiring");
  expect(validityOf(card, new Date("2027-01-01T00:00:00Z"))).toBe("expired");
});
