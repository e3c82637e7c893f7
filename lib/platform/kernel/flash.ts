/** Name of the short-lived cookie that carries one message across a redirect. */
export const flashCookie = "flash";

export type Flash = { kind: "success" | "info" | "danger"; message: string };

/** The cookie's value. Set it with `path=/`, `max-age` 15 seconds, readable by scripts, and without secrets. */
export function writeFlash(flash: Flash): string {
  return encodeURIComponent(JSON.stringify(flash));
}

/** Reads the flash from a `Cookie` header or `document.cookie`; anything malformed is ignored. */
export function readFlash(cookies: string): Flash | null {
  const raw = cookies.match(/(?:^|;\s*)flash=([^;]+)/)?.[1];
  if (!raw) return null;
  try {
    const value: unknown = JSON.parse(decodeURIComponent(raw));
    return isFlash(value) ? value : null;
  } catch {
    return null;
  }
}

function isFlash(value: unknown): value is Flash {
  if (typeof value !== "object" || value === null) return false;
  const { kind, message } = value as Partial<Flash>;
  return typeof message === "string" && message.length <= 300 && ["success", "info", "danger"].includes(String(kind));
}
