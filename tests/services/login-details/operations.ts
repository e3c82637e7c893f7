import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";
import { service } from "@/tests/services/arrange";

const credential = async (at: Arrangement) => {
  const serviceId = at.email.startsWith("custom@") ? at.portal.demo.northwind.services.web1 : await service(at);
  const { id } = await at.portal.owner.serviceCredential.findFirstOrThrow({ where: { serviceId } });
  return { serviceId, credentialId: id };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                       own adm bil sup b+s cus age acc man
  "services.reveal-credential":  { may: " +   +   -   +   +   +   -   -   - ", sample: credential },
};
