import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { log } from "@/lib/platform/logging/log";

/** RFC 9457. Anything but a Problem is a bug: the caller only learns that it happened. */
export function problemResponse(error: unknown): Response {
  if (!(error instanceof Problem)) {
    log().error({ err: error }, "A request failed.");
    return respond(500, { type: "about:blank", title: t("Something went wrong on our side"), status: 500 });
  }
  const { code, status, title, detail, extra } = error;
  if (code === "unavailable") log().warn({ reason: reasonOf(error.cause) }, "A request was answered with 503.");
  const { retryAfter, allow, ...members } = extra;
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined) headers["retry-after"] = String(retryAfter);
  if (allow !== undefined) headers.allow = allow.join(", ");
  if (status === 401) headers["www-authenticate"] = "Bearer";
  return respond(status, { type: `urn:portcullis:problem:${code}`, title, status, detail, ...members }, headers);
}

/** One line per error in the log: there may be hundreds while a database restarts. */
const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).trim().split("\n").at(-1)?.slice(0, 300) ?? "";

const respond = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
