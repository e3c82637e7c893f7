import { z } from "zod";
import { saidList } from "@/lib/accounts/core/said-list";
import { checkAddress } from "@/lib/platform/kernel/address/check-address";
import { keptPostalCode } from "@/lib/platform/kernel/address/postal-code";
import { version } from "@/lib/platform/kernel/ids";
import { notFound, staleVersion } from "@/lib/platform/kernel/problem";
import { type Said, say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { profileInput } from "./schema";

const input = z.object({ ...profileInput, version }).superRefine(checkAddress);

/** Changes the details on future invoices. Issued invoices keep their own copy. */
export const updateAccountProfile = defineCommand({
  name: "settings.update-profile",
  permission: "settings.profile.update",
  scope: "account",
  summary: "Change the account's legal name, VAT ID, address and phone",
  activity: "change account details",
  input,
  output: z.object({ version }),
  http: { method: "PUT", path: "/accounts/{accountId}/profile" },
  run: async ({ db, account }, { version: seen, ...given }) => {
    const profile = { ...given, postalCode: keptPostalCode(given.country, given.postalCode) };
    const before = await db.account.findFirst({ where: { id: account.id }, select: columns });
    if (before === null) throw notFound();
    const { count } = await db.account.updateMany({
      where: { id: account.id, version: seen },
      data: { ...profile, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return { output: { version: seen + 1 }, audit: note(before, profile) };
  },
});

type Profile = Omit<z.output<typeof input>, "version">;

const columns = {
  legalName: true,
  vatId: true,
  addressLine1: true,
  addressLine2: true,
  postalCode: true,
  city: true,
  region: true,
  country: true,
  phone: true,
} as const satisfies Record<keyof Profile, true>;

const address = say("address");

const labels: Record<keyof Profile, Said> = {
  legalName: say("legal name"),
  vatId: say("VAT id"),
  addressLine1: address,
  addressLine2: address,
  postalCode: address,
  city: address,
  region: address,
  country: address,
  phone: say("phone"),
};

/** Lists the changed fields with their old and new values. */
function note(before: Profile, after: Profile) {
  const changed = (Object.keys(labels) as (keyof Profile)[]).filter((key) => before[key] !== after[key]);
  const parts = [...new Set(changed.map((key) => labels[key]))];
  const of = (profile: Profile) => Object.fromEntries(changed.map((key) => [key, profile[key]]));
  return {
    summary:
      parts.length > 0
        ? say("Saved the account profile: {fields}", { fields: saidList(parts) })
        : say("Saved the account profile without changes"),
    details: { before: of(before), after: of(after) },
  };
}
