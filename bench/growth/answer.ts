import { operations } from "@/lib/http/registry";
import { env } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { Demo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestPortal } from "@/tests/fixtures/portal";
import { signIn } from "../support/sign-in";
import type { Case } from "./cases";
import { laidRecords } from "./laid-records";
import { operationSamples } from "./samples";
import { ownerAddress, places } from "./size";

/** One process per database: executes the cases it is sent, in the process, and answers with the milliseconds of each. */
const STAFF = "staff-manager@portcullis.example";

const samples = await operationSamples();
const url = env().DATABASE_URL;
const owner = ownerDatabase(url);
const staff = await staffIds();
const callers = new Map<string, Promise<Caller>>();
const inputs = new Map<string, Promise<object>>();

process.on("message", (asked: Case | "end") => void (asked === "end" ? end() : answer(asked)));
process.send?.("ready");

async function answer(asked: Case): Promise<void> {
  try {
    process.send?.({ milliseconds: await time(asked) });
  } catch (error) {
    // Some values of a filter are refused without others.
    const refused = error instanceof Problem && error.status < 500;
    process.send?.(
      refused ? { milliseconds: null } : { failure: String(error instanceof Error ? error.stack : error) },
    );
  }
}

async function time(asked: Case): Promise<number> {
  const operation = operations.find(({ name }) => name === asked.operation);
  if (operation === undefined) throw new Error(`There is no ${asked.operation}.`);
  const place = asked.place === "staff" ? "ordinary" : asked.place;
  const email = asked.by === "staff" ? STAFF : ownerAddress(places[place]);
  const caller = await kept(callers, email, () => signIn(owner, email));
  const accountId = (await accountAt(places[place])).id;
  const sample = await kept(inputs, `${asked.operation} ${accountId}`, async () => ({
    ...(await (laidRecords[asked.operation]?.(owner, accountId) ??
      samples[asked.operation]?.sample({ portal: portal(), accountId, email }))),
  }));
  if (asked.by === "staff") await kept(visits, accountId, () => openToStaff(accountId));
  const begun = performance.now();
  await execute(
    caller,
    operation.scope === "account" ? accountId : null,
    operation as never,
    { ...sample, ...asked.input } as never,
  );
  return performance.now() - begun;
}

function kept<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

const accounts = new Map<string, Promise<{ id: string }>>();
const accountAt = (place: number): Promise<{ id: string }> =>
  kept(accounts, String(place), () => owner.account.findUniqueOrThrow({ where: { number: `G-${place}` } }));

const visits = new Map<string, Promise<unknown>>();

/** Staff say why before they open an account. */
async function openToStaff(accountId: string) {
  const { id: personId, name: staffName } = await owner.person.findUniqueOrThrow({ where: { email: STAFF } });
  const visit = {
    accountId,
    personId,
    staffName,
    reason: "maintenance",
    note: "Bench",
    hours: 24,
    endsAt: addDays(new Date(), 1),
  };
  return owner.staffVisit.createMany({ data: [visit], skipDuplicates: true });
}

/** As much of the tests' portal as samples of queries use. */
const portal = (): TestPortal => ({
  url,
  owner,
  demo: { staff } as Demo,
  as: (email) => signIn(owner, email),
  cookie: () => Promise.reject(new Error("No browser here.")),
  close: async () => {},
});

/** Those of the sample data. */
async function staffIds(): Promise<Partial<Demo["staff"]>> {
  const email = "staff-accounting@portcullis.example";
  return { accountingId: (await owner.person.findUniqueOrThrow({ where: { email } })).id };
}

async function end(): Promise<void> {
  await owner.$disconnect();
  await disconnect();
  process.disconnect?.();
}
