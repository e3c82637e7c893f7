import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { revokeLoginLinks } from "@/lib/services/core/revoke-login-links";
import { findEntered } from "./find-entered";

export const removeCredential = defineCommand({
  name: "services.remove-credential",
  permission: "services.set-up",
  scope: "account",
  loginDetails: true,
  summary: "Remove credentials from a service",
  activity: "remove credentials",
  lockAccount: true,
  input: z.object({ serviceId: id, credentialId: id }),
  output: z.object({ id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/services/{serviceId}/logins/{credentialId}" },
  run: async (context, { serviceId, credentialId }) => {
    const { db, account, realNow } = context;
    const { name, label } = await findEntered(context, { serviceId, credentialId });
    const its = { accountId: account.id, serviceId };
    await db.serviceCredential.deleteMany({ where: { ...its, id: credentialId } });
    await revokeLoginLinks(db, its, realNow);
    return {
      output: { id: credentialId },
      audit: {
        summary: say("Removed the {label} credentials from {name}", { label, name }),
        target: { type: "service", id: serviceId },
        details: { credentialId },
      },
    };
  },
});
