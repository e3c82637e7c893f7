import { z } from "zod";
import { countryCodes } from "@/lib/platform/kernel/countries";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/** What the frame around an account's pages shows: the account, and the viewer's roles on it. */
export const accountFrame = z.object({
  id,
  number: z.string(),
  name: z.string(),
  closed: z.boolean(),
  you: z.object({
    name: z.string(),
    /** Names of the roles held here now: "Billing and Support", or "Staff: Accounting". */
    rolesInWords: z.string(),
    isStaff: z.boolean(),
  }),
});
export type AccountFrame = z.infer<typeof accountFrame>;

const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) });

/** A line that may be left empty. */
const optionalLine = (max: number) =>
  line(max)
    .transform((text) => (text === "" ? null : text))
    .nullable();

/** What may be changed of an account's profile. */
export const profileInput = {
  legalName: line(200).min(1, issue("Enter the name to show on invoices.")),
  vatId: z
    .string()
    // Greek VAT IDs start with EL, which is not the code of the country.
    .overwrite((text) =>
      text
        .replace(/[\s.-]+/g, "")
        .toUpperCase()
        .replace(/^GR/, "EL"),
    )
    .regex(
      /^([A-Z]{2}[0-9A-Z+*]{2,12})?$/,
      issue("Enter a VAT ID that starts with the country code, for example DE123456789."),
    )
    .transform((text) => (text === "" ? null : text))
    .nullable(),
  addressLine1: line(200).min(1, issue("Enter the street and number.")),
  addressLine2: optionalLine(200),
  // Which of these are required depends on the country: lib/platform/kernel/address.
  postalCode: line(20).default(""),
  city: line(100).default(""),
  region: optionalLine(100).default(null).describe("State, province, prefecture or emirate, where addresses have one"),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine((code) => countryCodes.includes(code), issue("Choose a country.")),
  phone: z
    .string()
    .trim()
    .regex(
      /^(\+?[0-9][0-9 ()/.-]{4,29})?$/,
      issue("Enter a phone number with country code, for example +31 10 123 4567."),
    )
    .transform((text) => (text === "" ? null : text))
    .nullable(),
};

export const accountProfile = z.object({
  number: z.string(),
  name: z.string(),
  legalName: z.string(),
  vatId: z.string().nullable(),
  addressLine1: z.string(),
  addressLine2: z.string().nullable(),
  postalCode: z.string(),
  city: z.string(),
  region: z.string().nullable(),
  country: z.string(),
  phone: z.string().nullable(),
  currency: z.string(),
  customerSince: isoDateTime,
  owner: z.string(),
  version,
});
export type AccountProfile = z.infer<typeof accountProfile>;

/** An area the account can turn off, with what becomes unavailable. */
const switchable = z.object({
  area: z.string(),
  name: z.string(),
  on: z.boolean(),
  /** What becomes unavailable while it is off. */
  permissions: z.array(z.object({ name: z.string(), title: z.string() })),
});
export const accountAreas = z.object({ areas: z.array(switchable), version });
export type AccountAreas = z.infer<typeof accountAreas>;

const recipient = z.object({
  contactId: id,
  name: z.string(),
  email: z.string(),
  hasLogin: z.boolean(),
  /** What grants it to them. */
  why: z.string(),
});

const missing = z.object({
  contactId: id,
  name: z.string(),
  email: z.string(),
  /** Why they don't get it, although they may. */
  why: z.enum(["turned-off", "address-not-verified"]),
});

/** Up to that many people, all are shown of each notification. */
export const MOST_SHOWN = 25;
/** Of more people, the first by name of each notification; for others, a name is typed. */
export const FIRST_OF_MANY = 10;

/** A kind of notification, who gets it, and who could but doesn't. */
const notice = z.object({
  permission: z.string(),
  name: z.string(),
  title: z.string(),
  /** Whether people can turn it off for themselves. */
  optional: z.boolean(),
  recipients: z.array(recipient).max(MOST_SHOWN),
  missing: z.array(missing).max(MOST_SHOWN),
  /** There are more people to whom it was given: search for them. */
  hasMore: z.boolean(),
  /** Set if nobody gets it; null in a search. */
  warning: z.string().nullable(),
});
export const accountNotices = z.object({ notices: z.array(notice) });
export type AccountNotices = z.infer<typeof accountNotices>;

/** What closing the account does, and what blocks it. */
export const closingPreview = z.object({
  name: z.string(),
  runningServices: z.int(),
  openInvitations: z.int(),
  openOffer: z.boolean(),
  /** Names of the permissions people keep. */
  remains: z.array(z.string()),
});
export type ClosingPreview = z.infer<typeof closingPreview>;
