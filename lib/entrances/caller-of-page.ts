import { cookies, headers } from "next/headers";
import type { Caller } from "@/lib/access/caller";
import { sessionCookieName } from "@/lib/access/session-cookie";
import { callerOfCookie, clientIp } from "./caller-of-request";

/** Who looks at the page, or sends the form, that Next.js is rendering now. */
export async function callerOfPage(via: "page" | "form"): Promise<Caller> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return callerOfCookie(jar.get(sessionCookieName())?.value, via, clientIp(head));
}
