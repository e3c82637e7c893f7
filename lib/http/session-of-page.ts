import { cookies } from "next/headers";
import { sealSession, sessionCookieName, sessionCookieOptions } from "@/lib/identity/sign-in/session-cookie";

/** Gives the browser that sent this form the session just opened. */
export async function keepSession(sessionToken: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealSession(sessionToken), sessionCookieOptions());
}

/** Removes the session cookie from the browser; the session itself is ended in the database. */
export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
