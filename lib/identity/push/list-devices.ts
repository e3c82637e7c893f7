import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { vapidKeys } from "@/lib/platform/config/vapid-keys";
import { iso } from "@/lib/platform/kernel/dates";
import { deviceName } from "@/lib/platform/kernel/device-name";
import { defineQuery } from "@/lib/platform/operations/operation";
import { pushDevice } from "./schema";

const MOST = 50;

/** The browsers that the viewer's notifications are sent to. */
export const listDevices = defineQuery({
  name: "profile.list-devices",
  permission: "profile.manage",
  scope: "self",
  summary: "List the browsers that your notifications are sent to",
  activity: "view devices that get notifications",
  input: z.object({}),
  output: z.object({
    items: z.array(pushDevice).max(MOST),
    publicKey: z.string().nullable().describe("The portal's key for push services; null if they are turned off"),
  }),
  http: { method: "GET", path: "/me/push-subscriptions" },
  run: async ({ db, actor }) => {
    const rows = await db.pushSubscription.findMany({
      where: { personId: actor.personId },
      select: { id: true, userAgent: true, createdAt: true, sessionId: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
    });
    return {
      items: rows.map(({ id, userAgent, createdAt, sessionId }) => ({
        id,
        device: deviceName(userAgent),
        createdAt: iso(createdAt),
        current: sessionId === actor.credentialId,
      })),
      publicKey: env().PUSH_CONTACT === undefined ? null : vapidKeys().publicKey,
    };
  },
});
