import type { IncomingMessage } from "node:http";
import { t } from "@/lib/platform/language/t";
import type { PlainAnswer } from "./plain-answer";
import { plainPage } from "./plain-page";
import type { AnswerWriter } from "./take-over";

/** Answers in a form the client can read: a page for browsers, text for their scripts, JSON for others. */
export function answerPlainly(request: IncomingMessage, response: AnswerWriter, answer: PlainAnswer): void {
  const [type, body] = written(request, answer);
  response.writeHead(answer.status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    ...answer.headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function written(request: IncomingMessage, answer: PlainAnswer): [type: string, body: string] {
  const { headers, method, url = "" } = request;
  const { status } = answer;
  const [title, detail] = [t(answer.title), t(answer.detail)];
  // React only shows the text of a response with exactly this type.
  if (headers["next-action"] !== undefined) return ["text/plain", detail];
  // Links to downloads are below /api/ too.
  const isRead = method === "GET" || !url.startsWith("/api/");
  if (isRead && headers.accept?.includes("text/html")) {
    return ["text/html; charset=utf-8", plainPage(answer)];
  }
  return ["application/problem+json", JSON.stringify({ type: "about:blank", title, status, detail })];
}
