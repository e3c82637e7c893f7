import { cookies } from "next/headers";
import { sealSession, sessionCookieName, sessionCookieOptions } from "@/lib/identity/sign-in/session-cookie";

/** Lets the browser that sent this form keep the session it has just opened. */
export async function keepSession(sessionToken: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealSession(sessionToken), sessionCookieOptions());
}

/** Takes the session cookie away from the browser; the session itself is ended in the database. */
export async function dropSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
