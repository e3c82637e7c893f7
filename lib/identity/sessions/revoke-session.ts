import { z } from "zod";
import { openSessions } from "@/lib/identity/core/open-sessions";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends one session, effective on its next request. */
export const revokeSession = defineCommand({
  name: "profile.revoke-session",
  permission: "profile.manage",
  scope: "self",
  summary: "Sign out one of your sessions",
  activity: "end a session",
  input: z.object({ sessionId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/sessions/{sessionId}" },
  run: async (context, { sessionId }) => {
    const where = { ...openSessions(context), id: sessionId };
    const session = await context.db.session.findFirst({ where, select: { userAgent: true } });
    const { count } = await context.db.session.updateMany({ where, data: { revokedAt: context.realNow } });
    if (session === null || count === 0) throw notFound(t("Session not found. It may have already ended."));
    const summary = say("Signed out {deviceName}", { deviceName: deviceName(session.userAgent) });
    return { output: { id: sessionId }, audit: { summary, target: { type: "session", id: sessionId } } };
  },
});
