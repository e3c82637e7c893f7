import { type NextRequest, NextResponse } from "next/server";
import { isMailContents, isPicture, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/config/env";
import { isTheme, themeCookie, themeParameter } from "@/lib/platform/kernel/theme";
import { isLanguage, languageCookie, languageParameter } from "@/lib/platform/language/languages";

/**
 * Runs before everything but the built assets. It decides nothing about access: it sets the security headers, with a
 * nonce per request, and passes the requested path to the pages.
 */
export function proxy(request: NextRequest): NextResponse {
  const chosen = request.method === "GET" ? choiceIn(request.nextUrl.searchParams) : undefined;
  if (chosen !== undefined) return rememberChoice(request, chosen);

  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const headers = securityHeaders({
    nonce,
    secure: env().PORTAL_URL.startsWith("https:"),
    development: process.env.NODE_ENV === "development",
    sandboxed: /^\/(?:api|brand)\//.test(request.nextUrl.pathname),
    stripe: env().STRIPE_SECRET_KEY !== undefined,
    mail: isMailContents(request.nextUrl.pathname),
    picture: isPicture(request.nextUrl.pathname),
  });
  const asked = new Headers(request.headers);
  // Next.js reads the nonce from this header and puts it on every script it writes.
  asked.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  asked.set("x-portcullis-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers: asked } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

interface Choice {
  readonly parameter: string;
  readonly cookie: string;
  readonly value: string;
}

/** The switches for theme and language are plain links to the same page, which only change a cookie. */
function choiceIn(search: URLSearchParams): Choice | undefined {
  const theme = search.get(themeParameter);
  if (isTheme(theme)) return { parameter: themeParameter, cookie: themeCookie, value: theme };
  const language = search.get(languageParameter);
  return isLanguage(language) ? { parameter: languageParameter, cookie: languageCookie, value: language } : undefined;
}

function rememberChoice(request: NextRequest, { parameter, cookie, value }: Choice): NextResponse {
  const back = request.nextUrl.clone();
  back.searchParams.delete(parameter);
  back.pathname = back.pathname.replace(/^\/+/, "/");
  const response = NextResponse.redirect(back, 303);
  response.cookies.set(cookie, value, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
  return response;
}

export const config = { matcher: "/((?!_next/static|_next/image).*)" };
