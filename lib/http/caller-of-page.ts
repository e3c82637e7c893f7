import { cookies, headers } from "next/headers";
import { sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import type { Caller } from "@/lib/platform/operations/caller";
import { callerOfCookie, clientIp } from "./caller-of-request";

/** The caller of the page or form that Next.js is handling. */
export async function callerOfPage(via: "page" | "form"): Promise<Caller> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return callerOfCookie(jar.get(sessionCookieName())?.value, via, clientIp(head));
}
