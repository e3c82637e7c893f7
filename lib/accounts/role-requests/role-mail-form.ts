import { say } from "@/lib/platform/language/say";
import { execute } from "@/lib/platform/operations/execute";
import type { MailForm } from "@/lib/platform/operations/mail-form";
import { askForRole } from "./ask-for-role";
import { type MailedRole, readMailedRole } from "./read-mailed-role";

/** A role asked for by email, as docs/decisions/0088 agrees with customers. */
export const roleMailForm: MailForm<MailedRole> = {
  address: "roles",
  subject: /^(?:role request|rollenanfrage)$/i,
  actsOn: "roles",
  read: readMailedRole,
  submit: async (caller, accountId, asked, options) => {
    const { number } = await execute(caller, accountId, askForRole, asked, options);
    return say("It asks for a role: {number}.", { number });
  },
};
