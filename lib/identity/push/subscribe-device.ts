import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { lockName } from "@/lib/platform/db/lock-name";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { isPushService } from "./push-services";

/** More browsers than anybody uses. */
const MOST = 10;

const key = z
  .string()
  .regex(/^[\w-]+$/)
  .max(200);

/** Sends the caller's notifications to this browser as well, until it is signed out. */
export const subscribeDevice = defineCommand({
  name: "profile.subscribe-device",
  permission: "profile.manage",
  scope: "self",
  summary: "Send your notifications to a browser through its push service",
  activity: "turn on notifications on a device",
  input: z.object({
    endpoint: z.url().max(1_000).describe("As the browser's push service gave it"),
    p256dh: key,
    auth: key,
    userAgent: z.string().max(500).default(""),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/me/push-subscriptions", status: 201 },
  run: async ({ db, actor, viewer }, subscription) => {
    if (env().PUSH_CONTACT === undefined) throw new Problem("conflict", t("Notifications on devices are turned off."));
    // A token has no session that could be signed out.
    if (viewer.subject.gates.tokenPermissions !== null) throw new Problem("conflict", t("Sign in to turn them on."));
    const { endpoint } = subscription;
    if (!isPushService(endpoint)) throw invalidField("endpoint", t("This is no address of a browser's push service."));
    const { personId, credentialId: sessionId } = actor;
    await lockName(db, `devices of ${personId}`);
    await db.pushSubscription.deleteMany({ where: { endpoint, personId } });
    if ((await db.pushSubscription.count({ where: { personId } })) >= MOST) {
      throw new Problem("conflict", t("You have turned them on on many devices. Turn them off on one first."));
    }
    const own = { ...subscription, personId, sessionId };
    const { count } = await db.pushSubscription.createMany({ data: own, skipDuplicates: true });
    if (count === 0) throw new Problem("conflict", t("Someone else gets notifications on this device."));
    const { id } = await db.pushSubscription.findUniqueOrThrow({ where: { endpoint }, select: { id: true } });
    const audit = { summary: say("Turned on notifications on a device"), target: { type: "pushSubscription", id } };
    return { output: { id }, audit };
  },
});
