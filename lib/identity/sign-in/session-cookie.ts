import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/config/env";

export const SESSION_DAYS = 30;
const MAX_AGE = SESSION_DAYS * 86_400;

const secure = () => env().PORTAL_URL.startsWith("https://");

/** next-auth's name for its session cookie. */
export const sessionCookieName = (): string => `${secure() ? "__Secure-" : ""}next-auth.session-token`;

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: secure(), maxAge: MAX_AGE }) as const;

/** next-auth's encrypted token around the random session id. Everything else about a session is in the database. */
export const sealSession = (sessionToken: string): Promise<string> =>
  encode({ token: { sid: sessionToken }, secret: env().PORTAL_SECRET, maxAge: MAX_AGE });

/** The session id in a cookie's value; null for anything this portal didn't encrypt. */
export async function openSession(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: env().PORTAL_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}
