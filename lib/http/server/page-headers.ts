import type { IncomingMessage, ServerResponse } from "node:http";
import { isMailContents, isPicture, securityHeaders } from "@/lib/http/security-headers";
import { env } from "@/lib/platform/config/env";
import { isTheme, themeCookie, themeParameter } from "@/lib/platform/kernel/theme";
import { isLanguage, languageCookie, languageParameter } from "@/lib/platform/language/languages";

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** With the security headers and what pages read of the request, as a proxy of Next's would set them at ten times the cost. */
export const withPageHeaders =
  (next: Handle): Handle =>
  async (request, response) => {
    if (setPageHeaders(request, response)) return;
    // Next sends the headers in a packet of their own, right before the first piece of the body.
    response.flushHeaders = () => {};
    await next(request, response);
  };

/**
 * Decides nothing about access: it sets the security headers, with a nonce per request, and passes the requested path to
 * the pages. Returns whether that is the answer, to a switch for theme or language.
 */
export function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { development = false }: { readonly development?: boolean } = {},
): boolean {
  const { url = "/", method } = request;
  if (isAsset(url)) return false;
  const chosen = method === "GET" ? choiceIn(url) : undefined;
  if (chosen !== undefined) {
    rememberChoice(url, response, chosen);
    return true;
  }
  const [path = ""] = url.split("?", 1);
  const headers = securityHeaders({
    nonce: newNonce(),
    secure: env().PORTAL_URL.startsWith("https:"),
    development,
    sandboxed: /^\/(?:api|brand)\//.test(path),
    stripe: env().STRIPE_SECRET_KEY !== undefined,
    mail: isMailContents(path),
    picture: isPicture(path),
  });
  // Next reads the nonce from this header and puts it on every script it writes.
  request.headers["content-security-policy"] = headers["Content-Security-Policy"];
  request.headers["x-portcullis-path"] = withoutMark(url);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return false;
}

/** By the path that is served: "/_next/static/../" leads to a page. */
const isAsset = (url: string): boolean =>
  url.startsWith("/_next/") && /^\/_next\/static\b/.test(addressOf(url).pathname);

const newNonce = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");

/** Next marks the address of a navigation, so that it isn't taken from the cache of the page. */
const MARK = "_rsc";

function withoutMark(url: string): string {
  if (!url.includes(`${MARK}=`)) return url;
  const { pathname, searchParams } = addressOf(url);
  searchParams.delete(MARK);
  return pathname + queryOf(searchParams);
}

interface Choice {
  readonly parameter: string;
  readonly cookie: string;
  readonly value: string;
}

/** The switches for theme and language are plain links to the same page, which only change a cookie. */
function choiceIn(url: string): Choice | undefined {
  if (!url.includes(themeParameter) && !url.includes(languageParameter)) return undefined;
  const search = addressOf(url).searchParams;
  const theme = search.get(themeParameter);
  if (isTheme(theme)) return { parameter: themeParameter, cookie: themeCookie, value: theme };
  const language = search.get(languageParameter);
  return isLanguage(language) ? { parameter: languageParameter, cookie: languageCookie, value: language } : undefined;
}

function rememberChoice(url: string, response: ServerResponse, { parameter, cookie, value }: Choice): void {
  const { pathname, searchParams } = addressOf(url);
  searchParams.delete(parameter);
  searchParams.delete(MARK);
  response.statusCode = 303;
  // Two slashes would lead to another host.
  response.setHeader("location", pathname.replace(/^\/+/, "/") + queryOf(searchParams));
  response.setHeader("set-cookie", `${cookie}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`);
  response.end();
}

/** Not resolved against a base: a path that begins with two slashes is no host. */
const addressOf = (url: string): URL => new URL(`http://portal${url}`);

const queryOf = (search: URLSearchParams): string => (search.size === 0 ? "" : `?${search}`);
