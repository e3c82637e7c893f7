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

describe("where somebody lands who has signed in", () => {
  it("is the account they have been on for the longest, not the first by its name", () => {
    expect(homeAccount([account("2023"), account("2021"), account("2022")])?.id).toBe("account of 2021");
  });

  it("is one they can work in, however old the others are", () => {
    expect(homeAccount([account("2023"), account("2021", "closed"), account("2020", "ended")])?.id).toBe(
      "account of 2023",
    );
    expect(homeAccount([account("2022", "closed"), account("2021", "closed")])?.id).toBe("account of 2021");
  });

  it("is none for who is on no account", () => {
    expect(homeAccount([])).toBeUndefined();
  });
});
