import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { sendLoginLinks } from "@/lib/services/core/send-login-links";
import { serviceInUse } from "./find-entered";

/** For staff: a new link for everyone who gets service notifications and may view the credentials. */
export const sendCredentials = defineCommand({
  name: "services.send-credentials",
  permission: "services.set-up",
  scope: "account",
  loginDetails: true,
  summary: "Email the people who may view a service's credentials a link that reveals them once",
  activity: "send links to credentials",
  lockAccount: true,
  once: true,
  input: z.object({ serviceId: id }),
  output: z.object({ sent: z.int().describe("To how many people") }),
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/logins/send" },
  run: async (context, { serviceId }) => {
    const { db, account, realNow } = context;
    const { name } = await serviceInUse(context, serviceId);
    if ((await db.serviceCredential.count({ where: { accountId: account.id, serviceId } })) === 0) {
      throw new Problem("conflict", t("Enter the credentials before you send a link to them."));
    }
    const { size: sent } = await sendLoginLinks(context, { id: serviceId, name, justSetUp: false }, realNow);
    if (sent === 0) {
      throw new Problem(
        "conflict",
        t("Nobody on this account both gets service notifications and can view the credentials of this service."),
      );
    }
    return {
      output: { sent },
      audit: {
        summary: say("Sent {count, plural, one {# link} other {# links}} to the credentials for {name}", {
          count: sent,
          name,
        }),
        target: { type: "service", id: serviceId },
      },
    };
  },
});
