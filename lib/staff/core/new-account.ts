import { z } from "zod";
import { profileInput } from "@/lib/accounts/settings/schema";
import { currency } from "@/lib/platform/kernel/currencies";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { isLocale } from "@/lib/platform/kernel/locales";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { personName } from "@/lib/platform/kernel/person-name";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { issue } from "@/lib/platform/language/msg";

const name = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter the account's name."))
  .max(200, issue("A name can have up to 200 characters."));

/** A new customer account with its owner, as typed into a form or read from a file. */
export const newAccountFields = {
  name: name.describe("Company, or the person's name"),
  legalName: z
    .string()
    .overwrite(oneLine)
    .max(200, issue("Use at most 200 characters."))
    .default("")
    .describe("Shown on invoices; empty for the name of the account"),
  vatId: profileInput.vatId.default(null),
  addressLine1: profileInput.addressLine1,
  addressLine2: profileInput.addressLine2.default(null),
  postalCode: profileInput.postalCode,
  city: profileInput.city,
  region: profileInput.region,
  country: profileInput.country,
  phone: profileInput.phone.default(null),
  currency,
  ownerName: personName,
  ownerEmail: emailAddress,
  locale: z
    .string()
    .refine(isLocale, issue("Unknown language or region. Choose one from the list."))
    .default("en-GB")
    .describe("The owner's language and region, if their login is new"),
  timeZone: z
    .string()
    .refine(isTimeZone, issue("Unknown time zone. Choose one from the list."))
    .default("UTC")
    .describe("The owner's time zone, if their login is new"),
};

const schema = z.object(newAccountFields);
export type NewAccount = z.output<typeof schema>;
