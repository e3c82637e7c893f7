import { createHmac, timingSafeEqual } from "node:crypto";
import { BadSignature } from "@/lib/billing/gateways/payment-gateway";
import { env } from "@/lib/platform/config/env";

/** How old a report may be: an old one that somebody kept is worth nothing. */
const TOLERANCE_SECONDS = 300;

/** `t=<seconds>,v1=<hex>` over the moment and the body, in the manner of webhooks. */
export function sign(body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${macOf(seconds, body).toString("hex")}`;
}

/** @throws BadSignature */
export function verify(body: string, signature: string, now: Date): void {
  const [, seconds = "", mac = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (mac === "" || !timingSafeEqual(Buffer.from(mac, "hex"), macOf(Number(seconds), body))) {
    throw new BadSignature("The signature does not fit the report.");
  }
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) {
    throw new BadSignature("The report is too old.");
  }
}

const macOf = (seconds: number, body: string): Buffer =>
  createHmac("sha256", `sandbox reports ${env().PORTAL_SECRET}`).update(`${seconds}.${body}`).digest();
