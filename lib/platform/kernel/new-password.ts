import { z } from "zod";
import { issue } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { invalidField } from "./problem";

export const SHORTEST_PASSWORD = 12;

/**
 * A new password. Length makes it strong; character classes are not required. It is checked in the form in which it is
 * hashed: otherwise fullwidth letters would hide a name, and combining accents count twice.
 */
export const newPassword = z
  .string()
  .normalize("NFKC")
  .min(SHORTEST_PASSWORD, {
    error: () =>
      t("Use at least {count} characters. A few words in a row are easy to remember.", {
        count: SHORTEST_PASSWORD,
      }),
  })
  .max(200, issue("A password can have up to 200 characters."));

/** A password to verify rather than to set: whatever was once allowed. */
export const givenPassword = z
  .string()
  .normalize("NFKC")
  .min(1, issue("Enter your password."))
  .max(200, issue("A password can have up to 200 characters."));

const FEWEST_DIFFERENT = 5;

/** Throws `invalid` at `field` for a password that anyone who knows the address would guess first. */
export function refuseWeakPassword(field: string, password: string, person: { email: string; name: string }): void {
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < FEWEST_DIFFERENT) {
    throw invalidField(field, t("Use at least {count} different characters.", { count: FEWEST_DIFFERENT }));
  }
  const ownName = person.name.normalize("NFKC").toLowerCase();
  const names = [person.email, person.email.split("@")[0] ?? "", ...ownName.split(/\s+/)];
  const rest = names.filter((name) => name.length > 2).reduce((left, name) => left.replaceAll(name, ""), plain);
  if (rest.length < SHORTEST_PASSWORD / 2) {
    throw invalidField(
      field,
      t("This is too close to your name or email address. Choose something others don't know about you."),
    );
  }
}
