import { expect, it } from "vitest";
import { proposeRole } from "@/lib/staff/role-requests/propose-role";

it.each([
  ["Please add Lena, she will pay our invoices from now on.", "billing"],
  ["Could you set up Jun with access to the ticket system?", "support"],
  ["Please give Lena access to billing and to support.", "billing-support"],
  ["He needs full access, please make him an administrator.", "administrator"],
  ["Add our accountant. No access to tickets, please.", "billing"],
  ["Support only, without billing.", "support"],
  ["Bitte nehmen Sie Frau Vogel auf, sie bearbeitet die Rechnungen.", "billing"],
  ["Herr Brandt braucht die Zugangsdaten unserer Server.", "support"],
  ["Frau Vogel ist für Buchhaltung und Technik zuständig.", "billing-support"],
  ["Bitte mit allen Rechten, als Administrator.", "administrator"],
  ["Herr Brandt macht die Technik, aber keine Rechnungen.", "support"],
  ["My voice is hoarse, please call me.", null],
  ["Please add Lena to our account.", null],
  ["", null],
] as const)("“%s” seems to ask for %s", (text, role) => {
  expect(proposeRole(text)).toBe(role);
});

it("proposes the smaller role, as administrators sign with their own", () => {
  expect(proposeRole("Please add Lena for invoices.\nMarcus Okafor, Account administrator")).toBe("billing");
});

it("reads a long message without trying long", () => {
  expect(proposeRole(`${"no ".repeat(100_000)}billing`)).toBeNull();
  expect(proposeRole("kein ".repeat(4_000))).toBeNull();
});
