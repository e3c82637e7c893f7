import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { countReveal, noteReveal } from "./note-reveal";
import { loginColumns, openLogin } from "./open-login";
import { revealedLogin } from "./schema";

/** A command, because it is kept who saw which login details when. At most 60 an hour for each person. */
export const revealCredential = defineCommand({
  name: "services.reveal-credential",
  permission: "services.credentials.view",
  scope: "account",
  summary: "Reveal the credentials of a service; this is logged, and possible 60 times an hour",
  activity: "reveal credentials",
  stepUp: "with-factor",
  secretAnswer: true,
  input: z.object({ serviceId: id, credentialId: id }),
  output: revealedLogin,
  http: { method: "POST", path: "/accounts/{accountId}/services/{serviceId}/logins/{credentialId}/reveal" },
  async run(context, { serviceId, credentialId }) {
    const service = await context.db.service.findFirst({
      where: accessibleWhere(context, "services.credentials.view", { id: serviceId }),
      select: { name: true, credentials: { where: { id: credentialId }, select: loginColumns } },
    });
    const credential = service?.credentials[0];
    if (!service || !credential) throw notFound(t("Service not found."));
    await countReveal(context);
    const { label } = credential;
    const output = openLogin(credential);
    await noteReveal(context, { serviceId, labels: [label], byLink: false });
    return {
      output,
      audit: {
        summary: say("Revealed the {label} credentials for {name}", { label, name: service.name }),
        target: { type: "service", id: serviceId },
        details: { credentialId },
      },
    };
  },
});
