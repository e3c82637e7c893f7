import { z } from "zod";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { seal } from "@/lib/platform/keys/seal";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { checkUrl, endpointInput } from "./endpoint-input";
import { onlyDefault } from "./only-default";
import { newSecret } from "./schema";
import { signingKey } from "./signing-key";

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
    const data = { id, ...given, url: checkUrl(url), secret: seal(signingKey, { id }, token), activeSince: now };
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
