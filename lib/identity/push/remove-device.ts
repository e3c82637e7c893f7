import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Sends nothing to that browser any more. */
export const removeDevice = defineCommand({
  name: "profile.remove-device",
  permission: "profile.manage",
  scope: "self",
  summary: "Stop sending your notifications to a browser",
  activity: "turn off notifications on a device",
  input: z.object({ deviceId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/me/push-subscriptions/{deviceId}" },
  run: async ({ db, actor }, { deviceId }) => {
    const { count } = await db.pushSubscription.deleteMany({ where: { id: deviceId, personId: actor.personId } });
    if (count === 0) throw notFound(t("Device not found."));
    const target = { type: "pushSubscription", id: deviceId };
    return { output: { id: deviceId }, audit: { summary: say("Turned off notifications on a device"), target } };
  },
});
