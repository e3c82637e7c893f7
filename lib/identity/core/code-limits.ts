import { consume, giveBack, type Limit, reset } from "@/lib/platform/operations/rate-limit";
import { isAuthenticatorCode } from "./consume-code";

/** Wrong answers from one place: a network when signing in, a session later. */
const placeLimit: Limit = { name: "second-step", points: 10, seconds: 15 * 60 };

/**
 * Codes of six digits for one person, wherever they come from. They can be guessed by someone who knows the password, so
 * here is a limit that binds the person too; with a passkey or a recovery code they get in all the same.
 */
const personLimit: Limit = { name: "second-step-person", points: 60, seconds: 24 * 60 * 60 };

interface Answer {
  readonly personId: string;
  readonly place: string;
  readonly given: string;
}

/** Counts an answer before it is checked. Throws `too-many`. */
export async function admitCode({ personId, place, given }: Answer): Promise<void> {
  await consume(placeLimit, `${personId} ${place}`);
  if (isAuthenticatorCode(given)) await consume(personLimit, personId);
}

/** After a right answer. */
export async function settleCode({ personId, place, given }: Answer): Promise<void> {
  await reset(placeLimit, `${personId} ${place}`);
  if (isAuthenticatorCode(given)) await giveBack(personLimit, personId);
}
