import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { refuseStaff, refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const STAFF = "staff-support@portcullis.example";
const CUSTOMER = "owner@northwind.example";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const personId = async (email: string) => (await portal.owner.person.findUniqueOrThrow({ where: { email } })).id;
const cannot = () => `${env().COMPANY_NAME} staff can't have access to a customer's account.`;

test("a staff member's access can't be restored, whether known by address or by login", async () => {
  const refused = (email: string, person: string | null) =>
    asIdentity((db) => refuseStaff(db, { email, personId: person }));
  expect(await problemOf(refused(STAFF, null))).toMatchObject({
    code: "conflict",
    detail: `${STAFF} belongs to our team. ${cannot()}`,
  });
  const detail = `${CUSTOMER} belongs to our team. ${cannot()}`;
  expect(await problemOf(refused(CUSTOMER, await personId(STAFF)))).toMatchObject({ code: "conflict", detail });
  await expect(refused(CUSTOMER, await personId(CUSTOMER))).resolves.toBeUndefined();
});

test("a staff member can't be invited: the error is at the address field", async () => {
  const message = `This address belongs to our team. ${cannot()}`;
  expect(await problemOf(asIdentity((db) => refuseStaffAddress(db, STAFF)))).toMatchObject({
    code: "invalid",
    detail: message,
    extra: { fields: { email: [message] } },
  });
  await expect(asIdentity((db) => refuseStaffAddress(db, CUSTOMER))).resolves.toBeUndefined();
});
