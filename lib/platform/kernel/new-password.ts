import { z } from "zod";
import { invalidField } from "./problem";

export const SHORTEST_PASSWORD = 12;

/**
 * A password that somebody chooses. Length is what makes it strong; signs of several kinds are not asked for. It is
 * judged in the form in which it is hashed: otherwise wide letters would hide a name, and loose accents count twice.
 */
export const newPassword = z
  .string()
  .normalize("NFKC")
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`)
  .max(200, "A password can have up to 200 characters.");

/** A password that is being checked, not chosen: whatever was allowed once. */
export const givenPassword = z
  .string()
  .normalize("NFKC")
  .min(1, "Enter your password.")
  .max(200, "A password can have up to 200 characters.");

const FEWEST_DIFFERENT = 5;

/** Throws `invalid` beside `field` for a password that is the first guess of anyone who knows the address. */
export function refuseWeakPassword(field: string, password: string, person: { email: string; name: string }): void {
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < FEWEST_DIFFERENT) {
    throw invalidField(field, `Use at least ${FEWEST_DIFFERENT} different characters.`);
  }
  const ownName = person.name.normalize("NFKC").toLowerCase();
  const names = [person.email, person.email.split("@")[0] ?? "", ...ownName.split(/\s+/)];
  const rest = names.filter((name) => name.length > 2).reduce((left, name) => left.replaceAll(name, ""), plain);
  if (rest.length < SHORTEST_PASSWORD / 2) {
    throw invalidField(
      field,
      "This is too close to your name or email address. Choose something others don't know about you.",
    );
  }
}
