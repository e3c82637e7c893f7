import { describe, expect, it } from "vitest";
import { memoInWords, memoOf } from "@/lib/billing/core/ledger/memo";
import { withLanguage } from "@/lib/platform/language/with-language";

const german = (...memo: Parameters<typeof memoInWords>) => withLanguage("de-DE", () => memoInWords(...memo));

describe("the memo of a ledger entry", () => {
  it("is kept in English, whoever caused it", () => {
    expect(withLanguage("de-DE", () => memoOf("invoiceVoided", "INV-7"))).toBe("Invoice INV-7 voided");
    expect(memoInWords("invoiceVoided", "Invoice INV-7 voided")).toBe("Invoice INV-7 voided");
  });

  it("is read in the reader's language", () => {
    expect(german("invoiceVoided", "Invoice INV-7 voided")).toBe("Rechnung INV-7 storniert");
    expect(german("refundFailed", "The bank rejected the refund (lost_card).")).toBe(
      "Die Bank hat die Rückerstattung abgelehnt (lost_card).",
    );
    expect(german("paymentReceived", "Bank transfer")).toBe("Überweisung");
  });

  it("stays what people and banks wrote", () => {
    expect(german("creditGranted", "Invoice 7 was wrong")).toBe("Invoice 7 was wrong");
    expect(german("paymentReceived", "Visa •••• 4242")).toBe("Visa •••• 4242");
    expect(german("invoiceIssued", "From the old system")).toBe("From the old system");
  });
});
