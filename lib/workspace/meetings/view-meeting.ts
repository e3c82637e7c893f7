import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import { attachedTo, presentAttached } from "@/lib/workspace/core/attached-documents";
import { allowedFeatures } from "@/lib/workspace/core/meeting-features";
import { type MeetingRow, visibleMeeting } from "@/lib/workspace/core/meeting-record";
import { type ItemRow, readItems } from "@/lib/workspace/core/read-items";
import type { FeatureName } from "@/lib/workspace/core/schema";
import { presentItems, readAgenda } from "./agenda/read-agenda";
import { readAttendees } from "./attendees/read-attendees";
import { readOpenings } from "./features/read-openings";
import { readActions } from "./minutes/read-actions";
import { readComments } from "./minutes/read-comments";
import { readHistory } from "./minutes/read-history";
import { attendanceOf, markOf } from "./minutes/signed-content";
import { presentPaper, readPapers } from "./papers/read-papers";
import { readingOf } from "./reading";
import { meetingView } from "./schema";

/** One meeting: its details, attendees, agenda and draft minutes, as far as the viewer may see each. */
export const viewMeeting = defineQuery({
  name: "meetings.view",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.update", "meetings.delete", "actions.view", "documents.view"],
  scope: "account",
  summary: "View a meeting with its agenda, attendees and draft minutes",
  activity: "view a meeting",
  input: z.object({ meetingId: id }),
  output: meetingView,
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}" },
  run: async (context, { meetingId }) => {
    const meeting = await visibleMeeting(context, meetingId);
    const features = await allowedFeatures(context, meeting);
    const allowed = allowedOn(context, meeting, features);
    const draft = meeting.minutesStatus !== "signed";
    const { live, minutes: readsMinutes } = readingOf(meeting, features);
    const signs = allowed.control && draft;
    const showsActions = allowed.actions && readsMinutes && draft;
    const [items, agreed, papers, documents, attendees, openings, comments, history] = await Promise.all([
      readItems(context, meeting),
      showsActions || signs ? readActions(context, meeting) : new Map(),
      readPapers(context, meeting),
      attachedTo(context, { meetingId }),
      readAttendees(context, meeting, allowed.manageAttendees),
      readOpenings(context, meeting),
      readsMinutes && draft ? readComments(context, meeting) : [],
      readHistory(context, meeting),
    ]);
    const actions = showsActions ? agreed : new Map();
    // Of the rows that are shown: what is changed after them isn't signed unread.
    const marked = { items, actions: agreed, attendance: attendanceOf(attendees) };
    const toSign = signs ? markOf(meeting, marked) : null;
    const minuted = presentItems(context, meeting, items, true, actions);
    return {
      ...detailsOf(context, meeting),
      agenda: await readAgenda(context, meeting, { items, papers, documents, live, readsMinutes, actions }),
      draftMinutes: readsMinutes && draft ? minuted.filter((_, at) => items[at] && isMinuted(items[at], actions)) : [],
      ...{ readsMinutes, toSign },
      papers: papers.filter(({ itemId }) => itemId === null).map((paper) => presentPaper(context, paper)),
      documents: documents.filter(({ itemId }) => itemId === null).map((one) => presentAttached(context, one)),
      ...{ attendees, features: openings, comments, history, allowed },
    };
  },
});

/** Something was written about it or agreed, whether or not the viewer sees what. */
const isMinuted = (item: ItemRow, actions: ReadonlyMap<string, unknown>): boolean =>
  item.minutes !== "" || actions.has(item.id);

const allowedOn = ({ viewer }: Context, meeting: MeetingRow, features: ReadonlySet<FeatureName>) => ({
  update: can(viewer, "meetings.update", meeting),
  control: can(viewer, "meetings.control", meeting),
  delete: can(viewer, "meetings.delete", meeting),
  takeMinutes: features.has("takeMinutes"),
  manageAttendees: features.has("manageAttendees"),
  addPaper: features.has("addPaper"),
  actions: canSome(viewer, "actions.view"),
  addAction:
    features.has("takeMinutes") &&
    canSome(viewer, "actions.view") &&
    meeting.status !== "cancelled" &&
    meeting.minutesStatus !== "signed",
});

const detailsOf = ({ actor }: Context, meeting: MeetingRow) => ({
  id: meeting.id,
  title: meeting.title,
  type: meeting.type,
  startsAt: iso(meeting.startsAt),
  endsAt: iso(meeting.endsAt),
  zone: meeting.zone,
  place: meeting.place,
  url: meeting.url,
  status: meeting.status,
  minutesStatus: meeting.minutesStatus,
  cancelReason: meeting.cancelReason,
  guests: meeting.guests,
  createdByName: meeting.createdByName,
  chair: meeting.chair,
  minuteTaker: meeting.minuteTaker,
  agendaChanged: meeting.agendaChanged,
  version: meeting.version,
  me: meeting.invitations.find(({ contactId }) => contactId === actor.contactId)?.contactId ?? null,
});
