import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { searchText } from "@/lib/platform/kernel/search-text";
import { say } from "@/lib/platform/language/say";
import { buildDecision } from "../builders/decision";
import type { OwnerDatabase } from "../builders/owner-database";
import { decisionTexts } from "./decision-texts";
import type { Northwind } from "./northwind";

/** Northwind's management decides by circular: six decisions of the past year, three votes that are open, and who is kept out of one. */
export async function seedDecisions(db: OwnerDatabase, northwind: Northwind, at: Date): Promise<void> {
  // Deadlines are on the hour, as people set them.
  const now = new Date(Math.floor(at.getTime() / HOUR) * HOUR);
  const { owner, administrator, billing, support, billingSupport } = northwind.contacts;
  const people = { owner, administrator, billing, support, billingSupport };
  const ingrid = { id: owner, name: "Ingrid Solheim" };
  const marcus = { id: administrator, name: "Marcus Okafor" };
  const all = [owner, administrator, billing, support, billingSupport];
  await seedInterests(db, northwind, now);

  for (const { daysAgo, votes, chair, ...past } of decisionTexts.past) {
    const { extendedBecause: reason, ...text } = { extendedBecause: null, ...past };
    const openedAt = addMinutes(addDays(now, -daysAgo), 95);
    const voteBy = addDays(openedAt, 7);
    const cast = Object.fromEntries(
      Object.entries(votes).map(([who, position]) => [people[who as keyof typeof people], position]),
    );
    await buildDecision(db, northwind.id, {
      ...text,
      chair: chair === "administrator" ? marcus : ingrid,
      voters: all,
      status: "closed",
      rounds: [
        {
          ...{ votes: cast, openedAt, voteBy },
          ...(reason !== null && { extended: { from: addDays(openedAt, 4), at: addDays(openedAt, 3), reason } }),
        },
      ],
    });
  }

  const { branch, supplier, support: hours } = decisionTexts.open;
  // A second round, after a tie in the first.
  const first = addDays(now, -15);
  await buildDecision(db, northwind.id, {
    ...branch,
    chair: ingrid,
    voters: [owner, administrator, billing, support],
    rounds: [
      {
        votes: { [owner]: 1, [administrator]: 2, [billing]: 2, [support]: 1 },
        openedAt: first,
        voteBy: addDays(first, 7),
      },
      {
        votes: { [administrator]: 1, [billing]: 2 },
        openedAt: addDays(now, -3),
        voteBy: addDays(now, 4),
        reason: "The first round ended in a tie. The landlord has since agreed to a break clause after two years.",
        open: true,
      },
    ],
    comments: [
      {
        by: { id: billing, name: "Priya Raman" },
        body: "With the break clause the risk is down to about 46,000 euros. I would still like to see the transport costs first.",
        at: addDays(now, -2),
      },
      {
        by: marcus,
        body: "I have asked the carrier. Their offer is due on Thursday.",
        at: addMinutes(addDays(now, -2), 190),
      },
    ],
  });
  // About a supplier in which one of the voters has an interest.
  await buildDecision(db, northwind.id, {
    ...supplier,
    chair: ingrid,
    voters: all,
    recused: [{ contactId: support, reason: "Works for Halden Drives as an adviser, as declared in the register." }],
    rounds: [
      { votes: { [administrator]: 1, [billing]: 1 }, openedAt: addDays(now, -2), voteBy: addDays(now, 6), open: true },
    ],
    events: [
      {
        at: addMinutes(addDays(now, -2), -30),
        by: "Ingrid Solheim",
        said: say("Recused {name}", { name: "Tomás Herrera Villanueva" }),
        reason: "Works for Halden Drives as an adviser, as declared in the register.",
      },
    ],
  });
  // Led by the administrator; the owner follows it without being asked to vote.
  await buildDecision(db, northwind.id, {
    ...hours,
    chair: marcus,
    voters: [administrator, support, billingSupport],
    viewers: [owner],
    rounds: [
      {
        ...{ votes: { [support]: 1 }, openedAt: addDays(now, -2), voteBy: addDays(now, 9), open: true },
        extended: {
          ...{ from: addDays(now, 4), at: addMinutes(addDays(now, -1), 40) },
          reason: "Hannah is back from leave only next week.",
        },
      },
    ],
  });
}

const HOUR = 60 * 60_000;

async function seedInterests(db: OwnerDatabase, { id: accountId, contacts }: Northwind, now: Date): Promise<void> {
  const day = (daysAgo: number) => addDays(now, -daysAgo);
  const interests = [
    [contacts.support, "Halden Drives", "Adviser, half a day a month", 540, null],
    [contacts.owner, "Rotterdam Robotics Association", "Member of the board", 1100, null],
    [contacts.billing, "Raman & Partners", "Her husband's accountancy practice", 900, null],
    [contacts.administrator, "Cloudberry Hosting", "Held shares, sold since", 1500, 200],
  ] as const;
  await db.interest.createMany({
    data: interests.map(([contactId, organisation, nature, from, to]) => ({
      ...{ accountId, contactId, organisation, nature, key: searchText(organisation), createdAt: day(from - 3) },
      ...{ fromDay: day(from), toDay: to === null ? null : day(to) },
    })),
  });
}
