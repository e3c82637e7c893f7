import type { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { type AttachedRow, presentAttached } from "@/lib/workspace/core/attached-documents";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import type { ItemRow } from "@/lib/workspace/core/read-items";
import { hiddenTitle, itemReader, numbersOf, shownRecusals } from "@/lib/workspace/core/readable-items";
import { type PaperRow, presentPaper } from "../papers/read-papers";
import { publishedAgenda } from "./published-agenda";
import type { AgreedAction, shownAgenda, shownItem, shownPaper } from "./schema";

/** Agreed under each item. */
type Actions = ReadonlyMap<string, readonly AgreedAction[]>;

interface Rows {
  readonly items: readonly ItemRow[];
  readonly papers: readonly PaperRow[];
  readonly documents: readonly AttachedRow[];
  readonly live: boolean;
  readonly readsMinutes: boolean;
  readonly actions: Actions;
}

/** The agenda that the viewer sees, with the papers of each item. */
export async function readAgenda(
  context: Context<"account">,
  meeting: MeetingRow,
  { items, papers, documents, live, readsMinutes, actions }: Rows,
): Promise<z.input<typeof shownAgenda>> {
  const published = await publishedAgenda(context, meeting);
  const papersOf = (itemId: string) =>
    papers.filter((paper) => paper.itemId === itemId).map((paper) => presentPaper(context, paper));
  const documentsOf = (itemId: string) =>
    documents.filter((one) => one.itemId === itemId).map((one) => presentAttached(context, one));
  const shown = live
    ? presentItems(context, meeting, items, readsMinutes, actions)
    : (published?.items ?? []).map((item) => ({ ...item, papers: [] as z.input<typeof shownPaper>[] }));
  return {
    revision: published?.number ?? null,
    publishedAt: isoOrNull(published?.publishedAt ?? null),
    live,
    items: shown.map((item) =>
      item.hidden ? item : { ...item, papers: papersOf(item.id), documents: documentsOf(item.id) },
    ),
  };
}

/** Items as they are now, as far as the viewer may see each. */
export function presentItems(
  context: Context<"account">,
  meeting: MeetingRow,
  items: readonly ItemRow[],
  readsMinutes: boolean,
  actions: Actions,
): z.input<typeof shownItem>[] {
  const sees = itemReader(context, meeting);
  const numbers = numbersOf(items);
  return items.map((item, index) => {
    const { id, numbered: _, confidential, minutesLong, minutesVersion } = item;
    const shown = sees(item);
    const recusal = shownRecusals(context, meeting, id, shown);
    const base = {
      id,
      number: numbers[index] ?? null,
      confidential,
      minutesLong,
      papers: [],
      documents: [],
      actions: [],
      ...recusal,
    };
    if (!shown) {
      const title = hiddenTitle({ ...item, ...recusal });
      const nothing = { presenter: null, notes: "", minutes: null, minutesVersion: 0, neutralTitle: "" };
      return { ...base, title, hidden: true, ...nothing, readers: [], organisations: [] };
    }
    const { title, presenter, notes, neutralTitle } = item;
    return {
      ...{ ...base, title, presenter, notes, neutralTitle, minutesVersion, hidden: false },
      minutes: readsMinutes ? item.minutes : null,
      actions: readsMinutes ? [...(actions.get(id) ?? [])] : [],
      readers: item.readers.map(({ contactId }) => contactId),
      organisations: item.organisations.map(({ name }) => name),
    };
  });
}
