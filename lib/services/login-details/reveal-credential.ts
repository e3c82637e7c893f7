import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { openCredential } from "@/lib/services/core/credential-secret";
import { revealedLogin } from "@/lib/services/login-details/schema";

/** A command, though it changes nothing: the activity log records who saw which login details when. */
export const revealCredential = defineCommand({
  name: "services.reveal-credential",
  permission: "services.credentials.view",
  scope: "account",
  summary: "Reveal the credentials of a service; this is logged",
  activity: "reveal credentials",
  secretAnswer: true,
  input: z.object({ serviceId: id, credentialId: id }),
  output: revealedLogin,
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/logins/{credentialId}/reveal" },
  async run(context, { serviceId, credentialId }) {
    const service = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.credentials.view", { id: serviceId }),
      select: {
        name: true,
        credentials: {
          where: { id: credentialId },
          select: { label: true, username: true, secret: true, url: true },
        },
      },
    });
    const credential = service?.credentials[0];
    if (!service || !credential) throw notFound(t("Service not found."));
    return {
      output: { ...credential, secret: openCredential(credential.secret, serviceId) },
      audit: {
        summary: say("Revealed the {label} credentials for {name}", { label: credential.label, name: service.name }),
        target: { type: "service", id: serviceId },
        details: { credentialId },
      },
    };
  },
});
