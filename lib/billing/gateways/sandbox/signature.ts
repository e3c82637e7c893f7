import { createHmac, timingSafeEqual } from "node:crypto";
import { BadSignature } from "@/lib/billing/gateways/payment-gateway";
import { env } from "@/lib/platform/config/env";

/** Maximum age of an event, so a captured one can't be replayed later. */
const TOLERANCE_SECONDS = 300;

/** `t=<seconds>,v1=<hex>` over the timestamp and the body, as webhooks commonly do. */
export function sign(body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `t=${seconds},v1=${macOf(seconds, body).toString("hex")}`;
}

/** @throws BadSignature */
export function verify(body: string, signature: string, now: Date): void {
  const [, seconds = "", mac = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (mac === "" || !timingSafeEqual(Buffer.from(mac, "hex"), macOf(Number(seconds), body))) {
    throw new BadSignature("The signature doesn't match the event.");
  }
  if (Math.abs(now.getTime() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) {
    throw new BadSignature("The event is too old.");
  }
}

const macOf = (seconds: number, body: string): Buffer =>
  createHmac("sha256", `sandbox reports ${env().PORTAL_SECRET}`).update(`${seconds}.${body}`).digest();
