import { describe, expect, it } from "vitest";
import { homeAccount } from "@/lib/profile/home-account";
import type { OwnAccount } from "@/lib/profile/schema";

const account = (contactId: string, standing: OwnAccount["standing"] = "open"): OwnAccount => ({
  id: `account of ${contactId}`,
  number: "C-1",
  name: "Any",
  contactId,
  standing,
  roles: ["Billing"],
  rolesInWords: "Billing",
});

describe("where somebody lands who has signed in", () => {
  it("is the account they have been on for the longest, not the first by its name", () => {
    expect(homeAccount([account("03"), account("01"), account("02")])?.contactId).toBe("01");
  });

  it("is one they can work in, however old the others are", () => {
    expect(homeAccount([account("03"), account("01", "closed"), account("00", "ended")])?.contactId).toBe("03");
    expect(homeAccount([account("02", "closed"), account("01", "closed")])?.contactId).toBe("01");
  });

  it("is none for who is on no account", () => {
    expect(homeAccount([])).toBeUndefined();
  });
});
