import { address, contact, nothing } from "@/tests/operations/arrange";
import type { OperationTests } from "@/tests/operations/arrangement";

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                    own adm bil sup b+s cus age acc man
  "people.add-non-member":    { may: " +   +   -   -   -   -   -   -   - ", sample: () => ({ name: "Mailbox", email: address(), notices: ["notices.invoices.receive"] }) },
  "people.count-invitations": { may: " +   +   +   +   +   -   +   +   + ", sample: nothing },
  "people.export":            { may: " +   +   -   -   -   -   -   -   - ", sample: nothing },
  "people.list":              { may: " +   +   +   +   +   -   +   +   + ", sample: nothing },
  "people.list-non-members":  { may: " +   +   +   +   +   -   +   +   + ", sample: nothing },
  "people.preview-removal":   { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at) }) },
  "people.remove":            { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at) }) },
  "people.restore":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at, { status: "suspended" }) }) },
  "people.suspend":           { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at) }) },
  "people.update-email":      { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({
    contactId: await contact(at, { login: false, roles: [] }),
    version: 1,
    email: address(),
  }) },
  "people.update-name":       { may: " +   +   -   -   -   -   -   -   - ", sample: async (at) => ({ contactId: await contact(at), version: 1, name: "Renamed Person" }) },
  "people.view":              { may: " +   +   +   +   +   -   +   +   + ", sample: async (at) => ({ contactId: await contact(at) }) },
  "people.view-non-member":   { may: " +   +   +   +   +   -   +   +   + ", sample: async (at) => ({ contactId: await contact(at, { login: false, roles: [] }) }) },
};
