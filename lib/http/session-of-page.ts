import { cookies } from "next/headers";
import { endOtherSession } from "@/lib/identity/sign-in/end-other-session";
import { PENDING_MINUTES } from "@/lib/identity/sign-in/pending-sign-in";
import { sealSession, sessionCookieName, sessionCookieOptions } from "@/lib/identity/sign-in/session-cookie";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import { env } from "@/lib/platform/config/env";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { callerOfPage } from "./caller-of-page";
import { keepLanguage } from "./language-of-page";

/** Gives the browser that sent this form the session just opened, and the language of its person. */
export async function keepSession(sessionToken: string): Promise<void> {
  const { credential: before, ip } = await callerOfPage("form");
  await endOtherSession({ before, now: { by: "session", hash: hashToken(sessionToken) }, ip });
  (await cookies()).set(sessionCookieName(), await sealSession(sessionToken), sessionCookieOptions());
  const person = await signedInPerson({ by: "session", hash: hashToken(sessionToken) });
  if (person !== null) await keepLanguage(person.locale);
}

/** Removes the session cookie from the browser; the session itself is ended in the database. */
export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

/** Of a sign-in that waits for its second step. It goes to the pages of sign-in alone, and is no session. */
const pendingCookie = () => `${env().PORTAL_URL.startsWith("https://") ? "__Secure-" : ""}second-step`;

const pendingOptions = () => ({ ...sessionCookieOptions(), path: "/sign-in", maxAge: PENDING_MINUTES * 60 });

/** Gives the browser what it needs for the second step. */
export async function keepPending(token: string): Promise<void> {
  (await cookies()).set(pendingCookie(), token, pendingOptions());
}

export const pendingToken = async (): Promise<string> => (await cookies()).get(pendingCookie())?.value ?? "";

export async function dropPending(): Promise<void> {
  (await cookies()).set(pendingCookie(), "", { ...pendingOptions(), maxAge: 0 });
}
