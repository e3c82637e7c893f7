/** A raw message of the wire with all its parts decoded: what whoever gets it can read, headers included. */
export function opened(message: string): string {
  const parts = message.split(/^--\S+$/m);
  return parts.map(openedPart).join("\n");
}

function openedPart(part: string): string {
  const [headers = "", ...body] = part.trimStart().split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  if (/transfer-encoding: base64/i.test(headers)) return headers + Buffer.from(text, "base64").toString("utf8");
  if (!/transfer-encoding: quoted-printable/i.test(headers)) return part;
  const bytes = text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${headers}\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}
