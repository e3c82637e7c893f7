import { createHmac } from "node:crypto";

/**
 * The signature of a message: HMAC-SHA256 of its time and body, in the form many webhooks use. The time is signed, so
 * that a receiver can refuse a message that was recorded and sent again later.
 */
export function signBody(secret: string, body: string, at: Date): string {
  const time = Math.floor(at.getTime() / 1000);
  const signature = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return `t=${time},v1=${signature}`;
}
