import { z } from "zod";
import { passkeyOptions, passkeyOptionsFor } from "@/lib/identity/core/passkey-options";
import { defineCommand } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { requireSession } from "./require-session";

const challengeLimit: Limit = { name: "passkey-challenge", points: 60, seconds: 15 * 60 };

/** Begins to confirm with a passkey: what the browser asks the authenticator for. */
export const startConfirmation = defineCommand({
  name: "profile.start-confirmation",
  permission: "profile.manage",
  scope: "self",
  summary: "Begin to confirm with a passkey that it's you",
  activity: "confirm their identity",
  input: z.object({}),
  output: passkeyOptions,
  http: { method: "POST", path: "/me/confirmation/options" },
  run: async (context) => {
    requireSession(context);
    const { db, actor, realNow: now } = context;
    await consume(challengeLimit, actor.personId);
    return { output: await passkeyOptionsFor(db, { personId: actor.personId, purpose: "confirm" }, now), audit: null };
  },
});
