import { closeBrandStore } from "./brand-store";
import { closePrisma } from "./client";
import { closeRateLimitStore } from "./rate-limit-store";
import { closeSandboxStore } from "./sandbox-store";

/** Closes this process's connections on exit. Later queries open new ones. */
export async function disconnect(): Promise<void> {
  await Promise.all([closePrisma(), closeRateLimitStore(), closeSandboxStore(), closeBrandStore()]);
}
