import { closePrisma } from "./client";
import { closeRateLimitStore } from "./rate-limit-store";
import { closeSandboxStore } from "./sandbox-store";

/** Ends the connections of this process, at its end. Whoever asks the database afterwards opens new ones. */
export async function disconnect(): Promise<void> {
  await Promise.all([closePrisma(), closeRateLimitStore(), closeSandboxStore()]);
}
