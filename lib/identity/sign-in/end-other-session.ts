import type { Credential } from "@/lib/platform/db/credential";
import { signOut } from "./sign-out";
import { signedInPerson } from "./signed-in-person";

interface SessionsOfBrowser {
  /** What the browser held before. */
  readonly before: Credential | null;
  /** What it gets. */
  readonly now: Credential;
  readonly ip: string;
}

/**
 * Ends the session that a browser still held when somebody else signs in there: its cookie is replaced, so nobody could sign
 * out of it any more, and the notifications of the person before would go on appearing.
 */
export async function endOtherSession({ before, now, ip }: SessionsOfBrowser): Promise<void> {
  const [left, entered] = await Promise.all([signedInPerson(before), signedInPerson(now)]);
  if (left !== null && entered !== null && left.personId !== entered.personId) await signOut(before, ip);
}
