import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { seal } from "@/lib/platform/keys/seal";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { newSecret } from "./schema";
import { signingKey } from "./signing-key";

export const renewSecret = defineCommand({
  name: "provisioning.renew-secret",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "Replace the signing key of a provisioning system",
  activity: "replace a signing key",
  secretAnswer: true,
  input: z.object({ endpointId: id }),
  output: newSecret,
  http: { method: "POST", path: "/staff/provisioning/{endpointId}/secret" },
  run: async ({ db }, { endpointId }) => {
    const found = await db.provisioningEndpoint.findUnique({ where: { id: endpointId }, select: { name: true } });
    if (found === null) throw notFound(t("Provisioning system not found."));
    const token = newSecretToken();
    await db.provisioningEndpoint.updateMany({
      where: { id: endpointId },
      data: { secret: seal(signingKey, { id: endpointId }, token), version: { increment: 1 } },
    });
    return {
      output: { id: endpointId, name: found.name, token },
      audit: {
        summary: say("Replaced the signing key of {name}", { name: found.name }),
        target: { type: "provisioning", id: endpointId },
      },
    };
  },
});
