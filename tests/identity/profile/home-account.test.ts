import { describe, expect, it } from "vitest";
import type { OwnAccount } from "@/lib/identity/core/schema";
import { homeAccount } from "@/lib/identity/profile/home-account";

const account = (year: string, standing: OwnAccount["standing"] = "open"): OwnAccount => ({
  id: `account of ${year}`,
  number: "C-1",
  name: "Any",
  contactId: "any",
  since: `${year}-03-01T00:00:00.000Z`,
  standing,
  roles: ["Billing"],
  rolesInWords: "Billing",
});

describe("the account opened after sign-in", () => {
  it("is the one the person has belonged to longest, not the first by name", () => {
    expect(homeAccount([account("2023"), account("2021"), account("2022")])?.id).toBe("account of 2021");
  });

  it("is one they have access to, however old the others are", () => {
    expect(homeAccount([account("2023"), account("2021", "closed"), account("2020", "ended")])?.id).toBe(
      "account of 2023",
    );
    expect(homeAccount([account("2022", "closed"), account("2021", "closed")])?.id).toBe("account of 2021");
  });

  it("is null for people on no account", () => {
    expect(homeAccount([])).toBeUndefined();
  });
});
