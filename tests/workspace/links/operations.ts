import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const link = async ({ portal, accountId }: Arrangement) => {
  const url = `https://example.com/${unique()}`;
  const data = { accountId, title: `Link ${unique()}`, url, domain: "example.com", addedByName: "Ana" };
  return { linkId: (await portal.owner.link.create({ data, select: { id: true } })).id };
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                    own adm bil sup b+s cus age acc man
  "links.add":     { may: " +   +   +   +   +   -   -   -   - ", sample: () => ({ title: "Sample", url: "https://example.com/" }) },
  "links.delete":  { may: " +   +   +   +   +   -   -   -   - ", sample: link },
  "links.list":    { may: " +   +   +   +   +   -   -   -   - ", sample: nothing },
  "links.update":  { may: " +   +   +   +   +   -   -   -   - ", sample: async (at) => ({ ...(await link(at)), version: 1, title: "Renamed", url: "https://example.com/new" }) },
  "links.view":    { may: " +   +   +   +   +   -   -   -   - ", sample: link },
};
