import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { service } from "@/tests/services/arrange";
import { buildLoginLink } from "./arrange";

const credential = async (at: Arrangement) => {
  const serviceId = at.email.startsWith("custom@") ? at.portal.demo.northwind.services.web1 : await service(at);
  const { id } = await at.portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
  return { serviceId, credentialId: id };
};

const ofService = async (at: Arrangement) => ({ serviceId: (await credential(at)).serviceId });

/** Sent to the caller, if they are a contact of the account; otherwise to somebody who is. */
const link = async (at: Arrangement) => {
  const { portal, accountId, email } = at;
  const people = await portal.owner.contact.findMany({ where: { accountId, status: "active", kind: "member" } });
  const contactId = (people.find((one) => one.email === email) ?? people[0])?.id ?? "";
  const { serviceId } = await credential(at);
  await portal.owner.credentialLink.deleteMany({ where: { serviceId, contactId } });
  return { token: await buildLoginLink(portal.owner, { accountId, serviceId, contactId }) };
};

const entered = { label: "Panel", username: "admin", secret: "sample" };

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                        own adm bil sup b+s cus age acc man
  "services.list-credentials":     { may: " -   -   -   -   -   -   +   -   + ", sample: ofService },
  "services.add-credential":       { may: " -   -   -   -   -   -   +   -   + ", sample: async (at) => ({ ...(await ofService(at)), ...entered }) },
  "services.replace-credential":   { may: " -   -   -   -   -   -   +   -   + ", sample: async (at) => ({ ...(await credential(at)), ...entered, version: 1 }) },
  "services.remove-credential":    { may: " -   -   -   -   -   -   +   -   + ", sample: credential },
  "services.send-credentials":     { may: " -   -   -   -   -   -   +   -   + ", sample: ofService },
  "services.reveal-credential":    { may: " +   +   -   +   +   +   -   -   - ", sample: credential },
  "services.list-reveals":         { may: " +   +   -   -   -   -   -   -   + ", sample: ofService },
  "services.view-credential-link": { may: " +   +   -   +   +   +   -   -   - ", sample: link },
  "services.reveal-by-link":       { may: " +   +   -   +   +   +   -   -   - ", sample: link },
};
