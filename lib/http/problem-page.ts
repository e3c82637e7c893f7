import { Problem } from "@/lib/platform/kernel/problem";
import { currentCode, t } from "@/lib/platform/language/t";
import { problemResponse } from "./problem-response";
import type { RestRequest } from "./rest-request";

/** Whether a person clicked a link, rather than a program reading the response. */
export const isNavigation = ({ method, headers }: Pick<RestRequest, "method" | "headers">): boolean =>
  method === "GET" && (headers.get("accept") ?? "").includes("text/html");

/** A download error as a page for the person who clicked it, with the same headers a program gets. */
export function problemPage(error: unknown): Response {
  const { status, headers } = problemResponse(error);
  const [title, detail] =
    error instanceof Problem
      ? [error.title, error.detail]
      : [t("Something went wrong on our side"), t("Try again in a minute.")];
  const page = `<!doctype html>
<html lang="${currentCode()}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1><p>${escaped(detail)}</p><p>${escaped(t("Use your browser's Back button to return."))}</p></body>
</html>`;
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(page, { status, headers });
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
