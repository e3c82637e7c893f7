/**
 * How a response names its file (RFC 6266): in plain letters for all, and as it is (RFC 8187) where it has others.
 */
export function contentDisposition(type: "inline" | "attachment", filename: string): string {
  const plain = filename
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w.-]/g, "_");
  const simple = `${type}; filename="${plain}"`;
  return plain === filename ? simple : `${simple}; filename*=UTF-8''${encoded(filename)}`;
}

/** Only what RFC 8187 lets stand for itself. */
const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
