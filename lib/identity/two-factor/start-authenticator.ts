import { randomUUID } from "node:crypto";
import { generateSecret } from "otplib";
import { z } from "zod";
import { sealKey } from "@/lib/identity/core/authenticator-step";
import { lockName } from "@/lib/platform/db/lock-name";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { requireSession } from "./require-session";

/** Begins to set up an authenticator app: makes its key, which counts for nothing until a code of the app confirms it. */
export const startAuthenticator = defineCommand({
  name: "profile.start-authenticator",
  permission: "profile.manage",
  scope: "self",
  summary: "Begin to set up an authenticator app",
  activity: "set up an authenticator app",
  stepUp: "always",
  input: z.object({}),
  output: z.object({ started: z.boolean() }),
  http: { method: "POST", path: "/me/two-factor/authenticator" },
  run: async (context) => {
    requireSession(context);
    const { db, actor } = context;
    const { personId } = actor;
    await lockName(db, `authenticator of ${personId}`);
    await db.authenticatorApp.deleteMany({ where: { personId, confirmedAt: null } });
    if ((await db.authenticatorApp.count({ where: { personId } })) > 0) {
      throw new Problem("conflict", t("You already use an authenticator app. Remove it first to set up another one."));
    }
    const row = { id: randomUUID(), personId };
    await db.authenticatorApp.createMany({ data: { ...row, secret: sealKey(row, generateSecret()) } });
    return { output: { started: true }, audit: null };
  },
});
