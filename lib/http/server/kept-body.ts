import type { IncomingMessage } from "node:http";

interface KeptBody {
  /** Whether the body exceeds the limit for forms. */
  tooLarge(): boolean;
  /** The form fields a person filled in. */
  typed(): Promise<[name: string, value: string][]>;
}

/** As in next.config.ts. */
const LIMIT_BYTES = 1280 * 1024;

/** Keeps a copy of a form while Next reads it, so that input isn't lost if Next fails. */
export function keptBody(request: IncomingMessage): KeptBody {
  const pieces: Buffer[] = [];
  let size = 0;
  const push = request.push;
  request.push = (piece: unknown, ...rest: []) => {
    if (Buffer.isBuffer(piece)) {
      size += piece.byteLength;
      if (size <= LIMIT_BYTES) pieces.push(piece);
      else pieces.length = 0;
    }
    return push.call(request, piece, ...rest);
  };
  return {
    tooLarge: () => size > LIMIT_BYTES || Number(request.headers["content-length"] ?? 0) > LIMIT_BYTES,
    typed: () => fieldsOf(Buffer.concat(pieces), request.headers["content-type"] ?? ""),
  };
}

async function fieldsOf(body: Buffer<ArrayBuffer>, type: string): Promise<[name: string, value: string][]> {
  try {
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    return [...form].filter((field): field is [string, string] => isTyped(...field));
  } catch {
    return [];
  }
}

/** Without hidden fields and secrets, which must not appear on screen. */
const isTyped = (name: string, value: FormDataEntryValue): boolean =>
  typeof value === "string" &&
  value.trim() !== "" &&
  !/^\$|^(?:idempotencyKey|version|next)$|Id$|password|secret|token/i.test(name);
