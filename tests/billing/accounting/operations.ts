import { noExports, nothing, unique } from "@/tests/operations/arrange";
import type { Arrangement, OperationTests } from "@/tests/operations/arrangement";

const taxRate = async ({ portal }: Arrangement) => {
  const where = { country: "IT" };
  await portal.owner.taxRate.deleteMany({ where });
  const rate = { ...where, name: "IVA", basisPoints: 2200, validFrom: new Date("2020-01-01T00:00:00Z") };
  return (await portal.owner.taxRate.create({ data: rate })).id;
};

const coupon = async ({ portal }: Arrangement) =>
  (await portal.owner.coupon.create({ data: { code: `S-${unique()}`, name: "Sample", basisPoints: 1000 } })).id;

// biome-ignore format: a table is read by rows
export const operationTests: OperationTests = {
  //                                          own adm bil sup b+s cus age acc man
  "accounting.add-tax-rate":        { may: " -   -   -   -   -   -   -   +   + ", sample: async ({ portal }) => {
    await portal.owner.taxRate.deleteMany({ where: { country: "FR" } });
    return { country: "FR", name: "TVA", percent: "20", from: "2099-01-01" };
  } },
  "accounting.list-coupons":             { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.create-coupon":       { may: " -   -   -   -   -   -   -   +   + ", sample: () => ({ code: `S-${unique()}`, name: "Sample", value: "10" }) },
  "accounting.list-held-credits":             { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.end-coupon":          { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ couponId: await coupon(at) }) },
  "accounting.end-tax-rate":        { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => ({ rateId: await taxRate(at), until: "2099-12-31" }) },
  "accounting.export-invoices":     { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.prepare-export-invoices": { may: " -   -   -   -   -   -   -   +   + ", sample: noExports },
  "accounting.export-journal":      { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.prepare-export-journal": { may: " -   -   -   -   -   -   -   +   + ", sample: noExports },
  "accounting.export-payments":     { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.prepare-export-payments": { may: " -   -   -   -   -   -   -   +   + ", sample: noExports },
  "accounting.export-receivables":  { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.prepare-export-receivables": { may: " -   -   -   -   -   -   -   +   + ", sample: noExports },
  "accounting.export-taxes":        { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.list-failed-payments":     { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.list-receivables":         { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.list-returned":            { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.view-seller":              { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.list-tax-rates":           { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.report-taxes":               { may: " -   -   -   -   -   -   -   +   + ", sample: nothing },
  "accounting.update-seller":       { may: " -   -   -   -   -   -   -   +   + ", sample: async (at) => {
    const known = await at.portal.owner.legalEntity.findFirst({ where: { isDefault: true } });
    const version = known?.version ?? 0;
    return { name: "Seller B.V.", address: "Quay 1\n1000 AA Amsterdam", country: "NL", version };
  } },
};
