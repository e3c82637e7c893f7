import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import type { PaperPart, TextPaper } from "@/lib/workspace/core/text-paper";
import type { AgreedAction, ShownItem } from "../agenda/schema";
import { presenceWords, type ShownAttendee } from "../attendees/schema";
import { whenInWords } from "../mail/when-in-words";
import type { MeetingView } from "../schema";
import type { SignedMinutesView } from "./schema";

type Frame = Pick<TextPaper, "accountName" | "at">;

/** The minutes that are being written, as somebody sees them on the screen. */
export function draftPaper(meeting: MeetingView, frame: Frame): TextPaper {
  const { chair, minuteTaker, attendees, guests, minutesStatus, draftMinutes } = meeting;
  const asOf =
    minutesStatus === "circulated"
      ? t("Draft minutes, sent to the attendees for comment. They aren't signed.")
      : t("Draft minutes. They aren't signed.");
  const people = { chair: chair?.name ?? null, minuteTaker: minuteTaker?.name ?? null, attendance: attendees, guests };
  return {
    ...framed(meeting, frame),
    subtitle: [...heading(meeting), asOf],
    facts: factsOf(people, meeting.zone),
    parts: draftMinutes.map(draftPart),
    proof: [],
  };
}

/** The minutes as they were signed, with the hash that proves them. */
export function signedPaper({ record, items, ...signature }: SignedMinutesView, frame: Frame): TextPaper {
  const { hash, unlockedAt, unlockedByName } = signature;
  const at = (instant: string) =>
    formatDateTime(new Date(instant), "exact", { locale: currentLocale(), timeZone: record.zone });
  const signed = t("Signed by {name}, {when} (signature {number})", {
    name: record.signedBy,
    when: at(record.signedAt),
    number: String(record.number),
  });
  const unlocked =
    unlockedAt === null ? [] : [t("Unlocked by {name}, {when}", { name: unlockedByName ?? "", when: at(unlockedAt) })];
  return {
    ...framed(record, { ...frame, at: record.signedAt }),
    subtitle: [...heading(record), signed, ...unlocked],
    facts: factsOf(record, record.zone),
    parts: items.map(signedPart),
    proof: [
      t("SHA-256 of the signed record: {hash}", { hash }),
      t("Download the signed record and check it with: node scripts/verify-minutes.mjs FILE"),
    ],
  };
}

const framed = ({ title }: { readonly title: string }, { accountName, at }: Frame) => ({
  ...{ title, accountName, at },
  reference: t("{account}  ·  Minutes", { account: accountName }),
});

const heading = ({ startsAt, endsAt, zone, place }: Pick<MeetingView, "startsAt" | "endsAt" | "zone" | "place">) => [
  whenInWords({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), zone }),
  ...(place === "" ? [] : [place]),
];

interface Present {
  readonly chair: string | null;
  readonly minuteTaker: string | null;
  readonly attendance: readonly Pick<ShownAttendee, "name" | "presence" | "arrivedAt" | "leftAt">[];
  readonly guests: string;
}

function factsOf({ chair, minuteTaker, attendance, guests }: Present, zone: string): TextPaper["facts"] {
  const clock = (instant: string) =>
    formatDateTime(new Date(instant), "time", { locale: currentLocale(), timeZone: zone });
  const people = attendance.map(({ name, presence, arrivedAt, leftAt }) =>
    [
      name,
      presence && t(presenceWords[presence]),
      arrivedAt && `${t("from@@time")} ${clock(arrivedAt)}`,
      leftAt && `${t("until@@time")} ${clock(leftAt)}`,
    ]
      .filter(Boolean)
      .join(" · "),
  );
  const facts: [string, string][] = [
    [t("Chair"), chair ?? ""],
    [t("Minute taker"), minuteTaker ?? ""],
    [t("Attendance"), people.join("\n")],
    [t("Others who were there"), guests],
  ];
  return facts.filter(([, value]) => value !== "");
}

function draftPart({ number, title, recused, recusals, hidden, minutes, actions }: ShownItem): PaperPart {
  const head = { heading: numbered(number, title) };
  const notes = recusals.map(({ name, reason, decidedByName }) =>
    recused
      ? t("You are recused from this item because: {reason} (decided by {name})", { reason, name: decidedByName })
      : t("{name} is recused from this item: {reason}", { name, reason }),
  );
  if (recused) return { ...head, notes };
  if (hidden) return { ...head, notes: [...notes, t("These minutes are confidential.")] };
  return { ...head, notes, markdown: minutes ?? "", lines: agreedLines(actions) };
}

function signedPart({ signed, neutralTitle, recused }: SignedMinutesView["items"][number]): PaperPart {
  if (signed === null) {
    const why = recused ? t("You are recused from this item.") : t("These minutes are confidential.");
    return { heading: neutralTitle, notes: [why] };
  }
  return {
    heading: numbered(signed.number, signed.title),
    notes: (signed.recused ?? []).map(({ name, reason }) =>
      t("{name} was recused from this item: {reason}", { name, reason }),
    ),
    markdown: signed.minutes,
    lines: agreedLines(signed.actions ?? []),
  };
}

const numbered = (number: number | null, title: string): string => (number === null ? title : `${number}. ${title}`);

function agreedLines(actions: readonly Omit<AgreedAction, "id">[]): string[] {
  if (actions.length === 0) return [];
  const day = (iso: string) => formatDateTime(new Date(iso), "date", { locale: currentLocale(), timeZone: "UTC" });
  return [
    t("Actions agreed"),
    ...actions.map(({ number, title, assignees, dueOn }) =>
      [
        `#${number} ${title}`,
        assignees.length === 0 ? t("Nobody assigned") : assignees.join(", "),
        ...(dueOn === null ? [] : [`${t("due@@action")} ${day(dueOn)}`]),
      ].join(" · "),
    ),
  ];
}
