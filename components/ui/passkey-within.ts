import { WebAuthnAbortService } from "@simplewebauthn/browser";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";

/** Longer than a person needs to fetch a key from another room, and than most browsers wait. */
const ANSWER_MS = 120_000;

/** What an authenticator answers. Some browsers wait without end for one that isn't there: then the question is withdrawn. */
export async function passkeyWithin<T>(answer: Promise<T>): Promise<T> {
  try {
    return await withDeadline(ANSWER_MS, answer);
  } catch (error) {
    WebAuthnAbortService.cancelCeremony();
    throw error;
  }
}
