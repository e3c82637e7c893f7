import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

interface Made {
  readonly etag: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly compressed: Buffer<ArrayBuffer>;
}

/**
 * Serves one text to everyone, built and compressed on first use: public responses must cost next to nothing. Clients
 * that already have it get 304. It is built again when the value it depends on has changed.
 */
export function staticAnswer(
  contentType: string,
  make: (value: string) => string,
  read: () => Promise<string> = async () => "",
): (request: Request) => Promise<Response> {
  let made: { readonly value: string; readonly answer: Promise<Made> } | undefined;
  return async (request) => {
    const value = await read();
    if (made?.value !== value) made = { value, answer: prepare(() => make(value)) };
    const { etag, plain, compressed } = await made.answer;
    const headers: Record<string, string> = { etag, vary: "Accept-Encoding", "cache-control": "public, no-cache" };
    if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
    const isCompressed = acceptsGzip(request.headers.get("accept-encoding") ?? "");
    const body = isCompressed ? compressed : plain;
    headers["content-type"] = contentType;
    headers["content-length"] = String(body.byteLength);
    if (isCompressed) headers["content-encoding"] = "gzip";
    return new Response(body, { headers });
  };
}

async function prepare(make: () => string): Promise<Made> {
  const plain = Buffer.from(make());
  const compressed = Buffer.from(await promisify(gzip)(plain));
  // Weak: the same text, compressed or not.
  return { etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`, plain, compressed };
}

function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag));
}

const acceptsGzip = (header: string): boolean =>
  header.split(",").some((one) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(one));
