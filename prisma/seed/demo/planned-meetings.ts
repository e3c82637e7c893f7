import { randomUUID } from "node:crypto";
import { addDays, addMonths } from "@/lib/platform/kernel/dates";
import { instantsOf } from "@/lib/workspace/meetings/local-times";
import { itemsOfTemplate } from "@/lib/workspace/meetings/types/agenda-template";
import { aheadNotes, minutesTexts, standingAgenda } from "./meeting-texts";

export const ZONE = "Europe/Amsterdam";
export const NAMES = {
  owner: "Ingrid Solheim",
  administrator: "Marcus Okafor",
  billing: "Priya Raman",
  support: "Tomás Herrera Villanueva",
  billingSupport: "Hannah Vogel",
} as const;
export type Who = keyof typeof NAMES;

export interface Planned {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stage: "signed" | "scheduled" | "draft";
  /** Months back; 0 and less are ahead. */
  readonly ago: number;
  readonly by: Who;
  readonly people: readonly Who[];
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly minutesLong: number | null;
  readonly numbered: boolean;
  readonly minutes: string;
  readonly notes: string;
  readonly confidential?: true;
  /** Organisations it is about. */
  readonly organisations?: readonly string[];
  /** Who is kept out of it, and why. */
  readonly recused?: { readonly who: Who; readonly reason: string };
}

const MONTHS = 24;
const EVERYBODY = Object.keys(NAMES) as Who[];

/** The first Tuesday of each month, by the clocks in Rotterdam. */
export function plannedMeetings(now: Date): Planned[] {
  const monthly = Array.from({ length: MONTHS + 2 }, (_, index) => {
    const ago = MONTHS - index;
    const first = addMonths(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)), ago > 0 ? -ago : 1 - ago);
    const day = addDays(first, (2 - first.getUTCDay() + 7) % 7)
      .toISOString()
      .slice(0, 10);
    const month = first.toLocaleString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
    return {
      ...{ id: randomUUID(), title: `Management meeting, ${month}`, ago, by: "owner" as const, people: EVERYBODY },
      ...instantsOf({ day, startTime: "10:00", endTime: "11:30", zone: ZONE }),
      stage: ago > 0 ? ("signed" as const) : ("scheduled" as const),
      items: itemsOf(ago),
    };
  });
  const day = addDays(now, 45).toISOString().slice(0, 10);
  return [
    ...monthly,
    {
      ...{ id: randomUUID(), title: "Budget workshop", ago: 0, by: "billing", people: ["owner", "billing"] },
      ...instantsOf({ day, startTime: "13:00", endTime: "16:00", zone: ZONE }),
      stage: "draft",
      items: [
        plainItem({ title: "What we spent this year", minutesLong: 60, numbered: true }),
        plainItem({ title: "Requests of the teams", minutesLong: 90, numbered: true }),
      ],
    },
  ];
}

function itemsOf(ago: number): Item[] {
  const items = itemsOfTemplate(standingAgenda).map((item): Item => {
    const texts = minutesTexts[item.title];
    const minutes = ago > 0 && texts ? (texts[ago % texts.length] ?? "") : "";
    return { ...plainItem(item), minutes, notes: ago > 0 ? "" : (aheadNotes[item.title] ?? "") };
  });
  if (ago !== 0) return items;
  const salaries = plainItem({ title: "Salary round", minutesLong: 20, numbered: true });
  const drives = plainItem({ title: "Servo drives: offer of Halden Drives", minutesLong: 15, numbered: true });
  const audit = plainItem({ title: "Choice of the auditor", minutesLong: 10, numbered: true });
  return [
    ...items.slice(0, -1),
    { ...salaries, confidential: true },
    {
      ...{ ...drives, notes: "The offer, and the reports on three test drives.", organisations: ["Halden Drives"] },
      recused: { who: "support", reason: "Works for Halden Drives as an adviser, as declared in the register." },
    },
    // Priya has declared an interest in it: the portal proposes that she is recused, and nobody has decided yet.
    { ...audit, notes: "Three firms have made an offer.", organisations: ["Raman & Partners", "Van Dijk Audit"] },
    ...items.slice(-1),
  ];
}

const plainItem = (item: Pick<Item, "title" | "minutesLong" | "numbered">): Item => ({
  ...{ id: randomUUID(), minutes: "", notes: "" },
  ...item,
});
