import { cookies, headers } from "next/headers";
import { sessionCookieName } from "@/lib/identity/sign-in/session-cookie";
import type { Caller } from "@/lib/platform/operations/caller";
import { callerOfCookie, clientIp } from "./caller-of-request";

/** Who looks at the page, or sends the form, that Next.js is rendering now. */
export async function callerOfPage(via: "page" | "form"): Promise<Caller> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return callerOfCookie(jar.get(sessionCookieName())?.value, via, clientIp(head));
}
