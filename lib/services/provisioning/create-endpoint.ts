import { z } from "zod";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { sealCredential } from "@/lib/services/core/credential-secret";
import { checkUrl, endpointInput } from "./endpoint-input";
import { onlyDefault } from "./only-default";
import { newSecret } from "./schema";

/** Connects a system that sets up services. The key of its signatures is in this answer and in no other. */
export const createEndpoint = defineCommand({
  name: "provisioning.create-endpoint",
  permission: "staff.provisioning.manage",
  scope: "staff",
  summary: "Connect a provisioning system",
  activity: "connect a provisioning system",
  secretAnswer: true,
  input: z.object(endpointInput),
  output: newSecret,
  http: { method: "POST", path: "/staff/provisioning", status: 201 },
  run: async ({ db, now }, { url, ...given }) => {
    const id = crypto.randomUUID();
    const token = newSecretToken();
    const data = { id, ...given, url: checkUrl(url), secret: sealCredential(token, id), activeSince: now };
    await onlyDefault(db, { id, ...given }, () => db.provisioningEndpoint.createMany({ data }));
    return {
      output: { id, name: given.name, token },
      audit: {
        summary: say("Connected the provisioning system {name}", { name: given.name }),
        target: { type: "provisioning", id },
        details: { url: new URL(data.url).origin },
      },
    };
  },
});
