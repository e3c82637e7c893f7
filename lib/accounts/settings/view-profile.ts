import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { notFound } from "@/lib/platform/kernel/problem";
import { defineQuery } from "@/lib/platform/operations/operation";
import { accountProfile } from "./schema";

/** The account's profile: invoice details and phone number. */
export const viewAccountProfile = defineQuery({
  name: "settings.view-profile",
  permission: "settings.profile.view",
  scope: "account",
  summary: "View the account's legal name, VAT ID and address",
  activity: "view account details",
  input: z.object({}),
  output: accountProfile,
  http: { method: "GET", path: "/accounts/{accountId}/profile" },
  run: async ({ db, account }) => {
    const found = await db.account.findFirst({ where: { id: account.id }, select: columns });
    if (found === null) throw notFound();
    const { createdAt, owner, ...profile } = found;
    return { ...profile, customerSince: iso(createdAt), owner: owner.name };
  },
});

const columns = {
  number: true,
  name: true,
  legalName: true,
  vatId: true,
  addressLine1: true,
  addressLine2: true,
  postalCode: true,
  city: true,
  region: true,
  country: true,
  phone: true,
  currency: true,
  createdAt: true,
  version: true,
  owner: { select: { name: true } },
} as const;
