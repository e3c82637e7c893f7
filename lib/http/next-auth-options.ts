import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endOtherSession } from "@/lib/identity/sign-in/end-other-session";
import { SESSION_DAYS } from "@/lib/identity/sign-in/session-cookie";
import { signIn, signInInput } from "@/lib/identity/sign-in/sign-in";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import { signedInPerson } from "@/lib/identity/sign-in/signed-in-person";
import type { Visitor } from "@/lib/identity/sign-in/visitor";
import { env } from "@/lib/platform/config/env";
import type { Credential } from "@/lib/platform/db/credential";
import { localPath } from "@/lib/platform/kernel/local-path";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { readInput } from "@/lib/platform/operations/read-input";

/**
 * The error behind the response. next-auth itself only knows success and failure: it puts the message of any other
 * error into a URL, and ends sessions it couldn't look up.
 */
export interface Failure {
  error?: unknown;
}

/**
 * next-auth for one request. Its token only holds the random session id, whatever a client asks to store (`trigger:
 * "update"`); identity is read from the database each time.
 */
export function nextAuthOptions(visitor: Visitor, failure: Failure, before: Credential | null = null): NextAuthOptions {
  return {
    secret: env().PORTAL_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_DAYS * 86_400 },
    useSecureCookies: env().PORTAL_URL.startsWith("https://"),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/profile" },
    providers: [
      CredentialsProvider({
        name: "Email and password",
        credentials: {
          email: { label: "Email address", type: "email" },
          password: { label: "Password", type: "password" },
        },
        authorize: async (given) => sessionAsUser(given, { visitor, failure, before }),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user ? user.id : token.sid }),
      session: async ({ session, token }) => ({
        expires: session.expires,
        user: await noting(failure, () => publicFacts(token.sid)),
      }),
      redirect: ({ url }) => `${env().PORTAL_URL}${pathOf(url) ?? "/"}`,
    },
    events: { signOut: async ({ token }) => noting(failure, () => signOut(claimOf(token?.sid), visitor.ip)) },
  };
}

/** next-auth calls whatever `authorize` returns a user; ours is the session that was opened. */
async function sessionAsUser(
  given: Record<string, string> | undefined,
  { visitor, failure, before }: { visitor: Visitor; failure: Failure; before: Credential | null },
) {
  try {
    const { email, password } = given ?? {};
    const token = await signIn(readInput(signInInput, { email, password }), visitor);
    await endOtherSession({ before, now: { by: "session", hash: hashToken(token) }, ip: visitor.ip });
    return { id: token };
  } catch (error) {
    failure.error = error;
    return null;
  }
}

async function noting<T>(failure: Failure, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    failure.error = error;
    throw error;
  }
}

const claimOf = (sid: unknown) => (typeof sid === "string" ? ({ by: "session", hash: hashToken(sid) } as const) : null);

async function publicFacts(sid: unknown): Promise<{ name: string; email: string } | undefined> {
  const person = await signedInPerson(claimOf(sid));
  return person === null ? undefined : { name: person.name, email: person.email };
}

/** The path within the portal of an absolute or relative callback URL. */
function pathOf(url: unknown): string | null {
  if (typeof url !== "string") return null;
  const { PORTAL_URL } = env();
  return localPath(url.startsWith(`${PORTAL_URL}/`) ? url.slice(PORTAL_URL.length) : url);
}
