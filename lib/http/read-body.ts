import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { RestRequest } from "./rest-request";

const LIMIT_BYTES = 256 * 1024;

/**
 * The JSON object in a request's body; an empty body is an empty object. Throws `too-large`, `unsupported-type`,
 * `invalid`.
 */
export async function readJsonBody(
  request: Pick<RestRequest, "headers" | "body">,
  largest = LIMIT_BYTES,
): Promise<Record<string, unknown>> {
  const text = await readLimitedText(request, largest);
  if (text === "") return {};
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(json|[\w.-]+\+json)\b/i.test(type)) {
    throw new Problem("unsupported-type", t("Send the body as application/json."));
  }
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("invalid", t("The body must be a JSON object."));
  }
  return value as Record<string, unknown>;
}

/** A body as text. Throws `too-large` and, unless it is UTF-8, `invalid`. */
export async function readLimitedText(request: Pick<RestRequest, "body">, largest = LIMIT_BYTES): Promise<string> {
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > largest)
      throw new Problem("too-large", t("The body can be up to {size} KiB.", { size: Math.floor(largest / 1024) }));
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Problem("invalid", t("The body is not valid UTF-8."));
  }
}

const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => {
      if (PROTOTYPE_KEYS.has(key)) throw new Problem("invalid", t('Unknown field "{key}".', { key }));
      return value;
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("invalid", t("The body is not valid JSON."));
  }
}
