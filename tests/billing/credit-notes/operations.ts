import { invoice } from "@/tests/billing/arrange";
import { nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const creditNote = async (at: Arrangement) => {
  const { owner } = at.portal;
  const known = await owner.creditNote.findFirst({ where: { accountId: at.accountId } });
  if (known !== null) return known.id;
  const party = { name: "Party", lines: [] };
  const amounts = { currency: "EUR", subtotalMinor: 100n, taxMinor: 0n, totalMinor: 100n, appliedMinor: 0n };
  const { id } = await owner.creditNote.create({
    data: {
      ...amounts,
      accountId: at.accountId,
      invoiceId: await invoice(at),
      number: `CN-${unique()}`,
      reason: "Sample",
      issuedByName: "Sample",
      issuedAt: new Date(),
      seller: party,
      buyer: party,
    },
  });
  return id;
};

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                              own adm bil sup b+s cus age acc man
  "credit-notes.list":  { may: " +   +   +   -   +   -   -   +   + ", sample: nothing },
  "credit-notes.download-pdf":   { may: " +   +   +   -   +   -   -   +   + ", sample: async (at) => ({ creditNoteId: await creditNote(at) }) },
  "credit-notes.view":  { may: " +   +   +   -   +   -   -   +   + ", sample: async (at) => ({ creditNoteId: await creditNote(at) }) },
};
