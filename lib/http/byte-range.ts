import type { ByteRange } from "@/lib/platform/kernel/streamed-file";

/** One range of bytes; several at once are answered with the whole file, which RFC 9110 allows. */
const ONE = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i;

/**
 * What a Range header asks for: null for the whole file, `unsatisfiable` where the file has no such bytes. A header that
 * can't be read is ignored, and so is one whose If-Range names another version of the file.
 */
export function byteRange(
  headers: Pick<Headers, "get">,
  { bytes, etag }: { readonly bytes: number; readonly etag: string },
): ByteRange | "unsatisfiable" | null {
  const [, from = "", to = ""] = ONE.exec(headers.get("range") ?? "") ?? [];
  const known = headers.get("if-range");
  if ((from === "" && to === "") || (known !== null && known !== etag)) return null;
  const last = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  const first = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  if (from !== "" && to !== "" && Number(to) < first) return null;
  return first > last ? "unsatisfiable" : { first, last };
}
