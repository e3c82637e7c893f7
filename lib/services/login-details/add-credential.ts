import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { completeLogin, loginFields } from "@/lib/services/core/login-input";
import { loginRow } from "@/lib/services/core/login-row";
import { serviceInUse } from "./find-entered";
import { MOST_OF_A_SERVICE, savedLogin } from "./schema";

/** For staff. They enter login details and can't read them back. */
export const addCredential = defineCommand({
  name: "services.add-credential",
  permission: "services.set-up",
  scope: "account",
  loginDetails: true,
  summary: "Add credentials to a service",
  activity: "add credentials",
  lockAccount: true,
  input: z.object({ serviceId: id, ...loginFields }),
  output: savedLogin,
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/logins", status: 201 },
  run: async (context, { serviceId, ...given }) => {
    const { db, account } = context;
    const { name } = await serviceInUse(context, serviceId);
    const accountId = account.id;
    if ((await db.serviceCredential.count({ where: { accountId, serviceId } })) >= MOST_OF_A_SERVICE) {
      throw new Problem(
        "conflict",
        t("A service can have up to {max} sets of credentials.", { max: MOST_OF_A_SERVICE }),
      );
    }
    const row = loginRow({ accountId, serviceId }, completeLogin(given));
    await db.serviceCredential.createMany({ data: row });
    const { id: credentialId, label } = row;
    return {
      output: { id: credentialId, label, version: 1 },
      audit: {
        summary: say("Added the {label} credentials to {name}", { label, name }),
        target: { type: "service", id: serviceId },
        details: { credentialId },
      },
    };
  },
});
