import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { completeLogin, loginFields } from "@/lib/services/core/login-input";
import { loginRow } from "@/lib/services/core/login-row";
import { revokeLoginLinks } from "@/lib/services/core/revoke-login-links";
import { findEntered } from "./find-entered";
import { savedLogin } from "./schema";

/** For staff: enters everything anew, because they can't read what there was. Links sent before end. */
export const replaceCredential = defineCommand({
  name: "services.replace-credential",
  permission: "services.set-up",
  scope: "account",
  loginDetails: true,
  summary: "Replace credentials of a service",
  activity: "replace credentials",
  lockAccount: true,
  input: z.object({ serviceId: id, credentialId: id, ...loginFields, version }),
  output: savedLogin,
  http: { method: "PUT", path: "/accounts/{accountId}/services/{serviceId}/logins/{credentialId}" },
  run: async (context, { serviceId, credentialId, version: seen, ...given }) => {
    const { db, account, realNow } = context;
    const { name } = await findEntered(context, { serviceId, credentialId });
    const its = { accountId: account.id, serviceId };
    const { id: _, accountId, serviceId: __, ...row } = loginRow({ ...its, id: credentialId }, completeLogin(given));
    const { count } = await db.serviceCredential.updateMany({
      where: { ...its, id: credentialId, version: seen },
      data: { ...row, replacedAt: realNow, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    await revokeLoginLinks(db, its, realNow);
    return {
      output: { id: credentialId, label: row.label, version: seen + 1 },
      audit: {
        summary: say("Replaced the {label} credentials for {name}", { label: row.label, name }),
        target: { type: "service", id: serviceId },
        details: { credentialId },
      },
    };
  },
});
