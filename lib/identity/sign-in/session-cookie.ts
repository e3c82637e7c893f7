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

interface Opened {
  readonly sid: string;
  /** In seconds. */
  readonly exp: number;
  readonly secret: string;
}

/** Cookies that this process has opened lately. A page asks several times, and every request of a visit anew. */
const opened = new Map<string, Opened>();
const MOST_OPENED = 1_000;

/**
 * The session id in a cookie's value; null for anything this portal didn't encrypt. Whether the session still exists
 * is for the database to say, in every request.
 */
export async function openSession(cookie: string): Promise<string | null> {
  const { PORTAL_SECRET: secret } = env();
  const known = opened.get(cookie);
  if (known !== undefined && known.secret === secret && known.exp > Date.now() / 1_000) return known.sid;
  try {
    const token = await decode({ token: cookie, secret });
    if (typeof token?.sid !== "string") return null;
    if (typeof token.exp === "number") keep(cookie, { sid: token.sid, exp: token.exp, secret });
    return token.sid;
  } catch {
    return null;
  }
}

/** The oldest makes room. */
function keep(cookie: string, session: Opened): void {
  opened.delete(cookie);
  opened.set(cookie, session);
  const [oldest] = opened.keys();
  if (opened.size > MOST_OPENED && oldest !== undefined) opened.delete(oldest);
}
