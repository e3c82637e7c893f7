import { checkVAT, countries } from "jsvat-next";
import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { countryCodes } from "@/lib/platform/kernel/countries";
import { id, version, versionOrNone } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .max(max, { error: () => t("Use at most {max} characters.", { max }) });
const optional = (max: number) => line(max).nullable().default(null);

const input = z.object({
  name: line(200).min(1, issue("Enter the registered company name.")),
  address: z
    .string()
    .trim()
    .min(1, issue("Enter the address."))
    .max(500, issue("Use at most 500 characters."))
    .describe("One line per address line, without the country"),
  country: z.enum(countryCodes as [string, ...string[]], issue("Select a country from the list.")),
  vatId: optional(20).refine((vatId) => !vatId || checkVAT(vatId, countries).isValid, issue("Enter a valid VAT ID.")),
  registration: optional(100),
  email: z
    .union([z.literal("").transform(() => null), z.email(issue("Enter a valid email address.")).max(254)])
    .nullable()
    .default(null),
  phone: optional(50),
  bankName: optional(100),
  iban: optional(42).refine((iban) => !iban || isIban(iban), issue("Enter a valid IBAN.")),
  bic: optional(11).refine(
    (bic) => !bic || /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic),
    issue("Enter a valid BIC."),
  ),
  version: versionOrNone
    .default(0)
    .describe("The version last read, or 0 if the seller isn't set up yet; can also be sent as If-Match"),
});

/** Applies to new invoices; issued ones keep their copy of the details. */
export const updateSeller = defineCommand({
  name: "accounting.update-seller",
  permission: "staff.billing-setup.manage",
  scope: "staff",
  summary: "Change the seller's details shown on invoices",
  activity: "change seller details",
  input,
  output: z.object({ id, version }),
  http: { method: "PUT", path: "/staff/billing-setup/seller" },
  async run({ db }, { address, version: seen, ...given }) {
    const lines = address
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "");
    const data = { ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value || null])), lines };
    const named = { ...data, name: given.name, country: given.country };
    const sellerId = seen === 0 ? await setUp(db, named) : await change(db, named, seen);
    return {
      output: { id: sellerId, version: seen + 1 },
      audit: { summary: say("Changed seller details"), target: { type: "seller", id: sellerId } },
    };
  },
});

/** If two people set it up at once, one succeeds and the other gets a conflict. */
async function setUp(db: ScopedDb, data: Prisma.LegalEntityCreateInput): Promise<string> {
  try {
    const { id: created } = await db.legalEntity.create({ data: { ...data, isDefault: true }, select: { id: true } });
    return created;
  } catch (error) {
    throw isUniqueViolation(error) ? staleVersion() : error;
  }
}

async function change(db: ScopedDb, data: Prisma.LegalEntityUpdateInput, seen: number): Promise<string> {
  const where = { isDefault: true, version: seen };
  const [changed] = await db.legalEntity.updateManyAndReturn({
    where,
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  if (changed === undefined) throw staleVersion();
  return changed.id;
}

/** Checks the check digits (ISO 7064). */
function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(plain)) return false;
  const turned = `${plain.slice(4)}${plain.slice(0, 4)}`;
  return BigInt([...turned].map((sign) => Number.parseInt(sign, 36)).join("")) % 97n === 1n;
}
