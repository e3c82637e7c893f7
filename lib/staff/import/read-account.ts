import { z } from "zod";
import { checkAddress } from "@/lib/platform/kernel/address/check-address";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { t, translated } from "@/lib/platform/language/t";
import { type NewAccount, newAccountFields } from "@/lib/staff/core/new-account";
import { headingOf } from "./columns";

const schema = z
  .object({
    ...newAccountFields,
    reference: z
      .string(issue("Enter the customer's id in your other system."))
      .overwrite(oneLine)
      .min(1)
      .max(100, issue("Use at most 100 characters.")),
  })
  .superRefine(checkAddress);

export type ReadAccount =
  | { readonly ok: true; readonly account: NewAccount; readonly reference: string }
  | { readonly ok: false; readonly message: string };

/** One row as an account, or what is wrong with it in a sentence. The same rules as for an account created by hand. */
export function readAccount(cells: Readonly<Record<string, unknown>>): ReadAccount {
  const { currency } = cells;
  const given = typeof currency === "string" ? { ...cells, currency: currency.toUpperCase() } : cells;
  const read = schema.safeParse(given);
  if (!read.success) return { ok: false, message: cutText(read.error.issues.map(sentence).join(" "), 1_000) };
  const { reference, ...account } = read.data;
  return { ok: true, account, reference };
}

function sentence({ path, message, code }: z.core.$ZodIssue): string {
  const heading = headingOf(String(path[0] ?? ""));
  const missing = code === "invalid_type" && /received undefined/.test(message);
  return `${heading[0]?.toUpperCase()}${heading.slice(1)}: ${missing ? t("Enter a value.") : translated(message)}`;
}
