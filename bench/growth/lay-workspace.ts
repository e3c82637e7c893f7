import type { Client } from "pg";

/**
 * A workspace and a bell for each account: what the big account has of invoices, it has of these too, and everybody of the
 * crowded one is in its groups, invited to its meetings and on the lists of its folders.
 */
export async function layWorkspace(client: Client): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const word = (seed: string): string =>
  `(array['invoice','server','budget','audit','office','backup','travel','contract','network','board'])[1 + abs(${seed}) % 10]`;

/** The rows of an account, `each` for an ordinary one, under the names n and k. */
const rows = (each: number): string => `generate_series(1, ${each} * weight) k`;

const statements: readonly string[] = [
  // Three years of an ordinary account: a hundredth of a big one's invoices says how many times as much that one has.
  `create temporary table workspace as select account, contact, person, n, case when invoices > 100 then greatest(invoices / 100, 1) else 1 end as weight from plan`,
  "analyze workspace",

  `create temporary table circle as select account, contact, n, k, weight, pg_temp.ordered_id() as id from workspace, generate_series(1, 2) k`,
  `insert into "DiscussionGroup" ("id", "accountId", "name", "isPrivate", "ownerContactId")
   select id, account, 'Group ' || k, k = 2, contact from circle`,
  `insert into "DiscussionMember" ("id", "accountId", "groupId", "contactId", "joinedAt")
   select pg_temp.ordered_id(), circle.account, circle.id, member.contact, now() from circle join member using (account)`,
  `create temporary table talk as select account, contact, circle.n, c, circle.id as circle, pg_temp.ordered_id() as id,
     date_trunc('milliseconds', now() - (3 * weight - c + 1) * (interval '3 years' / (3 * weight)) - circle.n * interval '1 second') as at
   from circle, generate_series(1, 3 * weight) c`,
  `insert into "DiscussionThread" ("id", "accountId", "groupId", "title", "startedByContactId", "startedByName", "lastNumber", "lastReplyAt", "createdAt")
   select id, account, circle, 'About the ' || ${word("n + c")} || ' ' || left(md5(n || '-' || c), 5), contact, 'Owner', 8, at + interval '1 day', at from talk`,
  `insert into "DiscussionReply" ("id", "accountId", "threadId", "number", "authorContactId", "authorName", "body", "createdAt")
   select pg_temp.ordered_id(), account, id, k, contact, 'Owner', 'The ' || ${word("n * 3 + c + k")} || ' is settled. ' || md5(n || '-' || c || '-' || k), at + k * interval '1 hour'
   from talk, generate_series(1, 8) k`,
  `insert into "DiscussionReading" ("accountId", "threadId", "contactId", "readNumber") select account, id, contact, 8 - c % 4 from talk`,

  `create temporary table gathering as select account, contact, n, k, pg_temp.ordered_id() as id,
     date_trunc('hour', now() + interval '30 days' - (6 * weight - k) * (interval '3 years' / (6 * weight))) as at from workspace, ${rows(6)}`,
  `insert into "Meeting" ("id", "accountId", "title", "createdByContactId", "createdByName", "chairContactId", "startsAt", "endsAt", "zone", "status")
   select id, account, 'Meeting about the ' || ${word("n + k")} || ' ' || left(md5(n || ':' || k), 5), contact, 'Owner', contact, at, at + interval '1 hour', 'Europe/Amsterdam', 'scheduled' from gathering`,
  `insert into "MeetingFeature" ("id", "accountId", "meetingId", "name")
   select pg_temp.ordered_id(), account, id, name::"MeetingFeatureName" from gathering, unnest(array['addPaper','takeMinutes','seeDraftMinutes','manageAttendees','seeActions']) name`,
  `insert into "MeetingInvitation" ("accountId", "meetingId", "contactId", "invitedByName")
   select gathering.account, gathering.id, member.contact, 'Owner' from gathering join member using (account) where member.k <= 200`,
  `create temporary table point as select account, contact, n, k, i, id as meeting, pg_temp.ordered_id() as id from gathering, generate_series(1, 3) i`,
  `insert into "MeetingItem" ("id", "accountId", "meetingId", "position", "title", "notes", "minutes")
   select id, account, meeting, i, 'The ' || ${word("n + k + i")}, 'See the papers.', 'Agreed on the ' || ${word("n + i")} || '. ' || md5(n || ':' || k || ':' || i) from point`,

  `create temporary table task as select account, contact, n, k, pg_temp.ordered_id() as id, (array['notStarted','inProgress','complete','closed','onHold'])[1 + k % 5] as status,
     date_trunc('milliseconds', now() - (10 * weight - k + 1) * (interval '3 years' / (10 * weight))) as at from workspace, ${rows(10)}`,
  `insert into "Action" ("id", "accountId", "number", "title", "dueOn", "status", "createdByContactId", "createdByName", "createdAt", "changedAt")
   select id, account, k, 'See to the ' || ${word("n + k")} || ' ' || left(md5(n || '+' || k), 5), (at + interval '30 days')::date, status, contact, 'Owner', at, at from task`,
  `insert into "ActionAssignment" ("accountId", "actionId", "contactId", "status", "assignedByName", "assignedAt")
   select task.account, task.id, member.contact, case when status = 'closed' then 'complete' else status end, 'Owner', at from task join member using (account) where member.k <= 2`,
  `insert into "ActionChange" ("id", "accountId", "actionId", "at", "byName", "what") select pg_temp.ordered_id(), account, id, at, 'Owner', 'created' from task`,
  `insert into "ActionNumber" ("accountId", "last") select account, 10 * weight from workspace`,

  `create temporary table motion as select account, contact, n, k, pg_temp.ordered_id() as id,
     date_trunc('milliseconds', now() + interval '20 days' - (4 * weight - k) * (interval '3 years' / (4 * weight))) as at from workspace, ${rows(4)}`,
  `insert into "Decision" ("id", "accountId", "number", "title", "purpose", "status", "voteBy", "timeZone", "chairContactId", "createdByName", "createdAt")
   select id, account, k, 'Approve the ' || ${word("n + k")} || ' ' || left(md5(n || '=' || k), 5), 'To be decided.', (case when at > now() then 'open' else 'withdrawn' end)::"DecisionStatus",
     at, 'Europe/Amsterdam', contact, 'Owner', at - interval '30 days' from motion`,
  `insert into "DecisionOption" ("accountId", "decisionId", "position", "text") select account, id, i, 'Option ' || i from motion, generate_series(1, 2) i`,
  `insert into "DecisionRound" ("accountId", "decisionId", "number", "openedAt") select account, id, 1, at - interval '25 days' from motion`,
  `insert into "DecisionInvitation" ("accountId", "decisionId", "contactId", "mayVote", "invitedByName")
   select motion.account, motion.id, member.contact, true, 'Owner' from motion join member using (account) where member.k <= 200`,
  `insert into "DecisionVote" ("id", "accountId", "decisionId", "round", "contactId", "position", "receipt", "castAt")
   select pg_temp.ordered_id(), account, id, 1, contact, 1 + k % 2, left(md5(id::text), 12), at - interval '24 days' from motion where at < now()`,
  `insert into "DecisionEvent" ("id", "accountId", "decisionId", "at", "actorName", "summary") select pg_temp.ordered_id(), account, id, at - interval '25 days', 'Owner', 'Opened the vote' from motion`,

  // Every other folder at the top has a list of its own, of which half holds folders that inherit it.
  `create temporary table top as select account, contact, n, weight, pg_temp.ordered_id() as id from workspace`,
  `insert into "Folder" ("id", "accountId", "name", "governingId", "createdByName") select id, account, '', id, '' from top`,
  `create temporary table shelf as select account, contact, n, k, weight, id as top, pg_temp.ordered_id() as id from top, ${rows(3)}`,
  `insert into "Folder" ("id", "accountId", "parentId", "governingId", "name", "position", "createdByName")
   select id, account, top, case when k % 2 = 0 then id else top end, 'Folder ' || to_char(k, 'FM00000'), k, 'Owner' from shelf`,
  `insert into "FolderAccess" ("accountId", "folderId", "contactId", "addedByName")
   select shelf.account, shelf.id, member.contact, 'Owner' from shelf join member using (account) where shelf.k % 2 = 0`,
  `create temporary table inner_shelf as select account, contact, n, k, weight, case when k % 2 = 0 then id else top end as governing, id as parent, pg_temp.ordered_id() as id from shelf where k % 4 < 2`,
  `insert into "Folder" ("id", "accountId", "parentId", "governingId", "name", "position", "createdByName")
   select id, account, parent, governing, 'Older ' || to_char(k, 'FM00000'), k, 'Owner' from inner_shelf`,
  `create temporary table paper as select account, n, k, d, shelf.id as folder, pg_temp.ordered_id() as id, pg_temp.ordered_id() as file from shelf, generate_series(1, 8) d`,
  `insert into "StoredFile" ("id", "accountId", "draft", "name", "size", "received", "state", "contentType", "sha256", "storageKey")
   select file, account, '', 'Report.pdf', 1000, 1000, 'attached', 'application/pdf', '', 'growth/' || file from paper`,
  `insert into "Document" ("id", "accountId", "folderId", "name", "position", "fileId", "uploadedByName", "updatedAt")
   select id, account, folder, 'Report on the ' || ${word("n + k + d")} || ' ' || left(md5(n || '/' || k || '/' || d), 6) || '.pdf', d, file, 'Owner', now() - (k * 8 + d) * interval '1 hour' from paper`,
  `insert into "DocumentVersion" ("id", "accountId", "documentId", "number", "fileId", "uploadedByName") select pg_temp.ordered_id(), account, id, 1, file, 'Owner' from paper`,

  `insert into "Link" ("id", "accountId", "title", "url", "domain", "addedByContactId", "addedByName", "createdAt")
   select pg_temp.ordered_id(), account, 'The ' || ${word("n + k")} || ' of ' || left(md5(n || '#' || k), 5), 'https://' || ${word("k")} || '.example/' || k, ${word("k")} || '.example', contact, 'Owner',
     now() - k * interval '1 hour' from workspace, ${rows(8)}`,
  `insert into "Interest" ("id", "accountId", "contactId", "organisation", "key", "nature", "fromDay")
   select pg_temp.ordered_id(), account, contact, 'Company ' || k, 'company ' || k, 'Director', now()::date from member where k <= 2`,

  // The owner's bell: messages of tickets, actions and meetings, of which every tenth is unread.
  `insert into "Notification" ("personId", "accountId", "kind", "ticketId", "aboutId", "createdAt", "readAt")
   select p.person, t."accountId", 'ticket-message', t."id", t."id", t."lastMessageAt", case when right(t."id"::text, 1) <> '0' then now() end from "Ticket" t join plan p on p.account = t."accountId"`,
  `insert into "Notification" ("personId", "accountId", "kind", "discussionThreadId", "aboutId", "createdAt", "readAt")
   select person, t.account, 'discussion-post', t.id, t.id, t.at, case when right(t.id::text, 1) <> '0' then now() end from talk t join workspace using (account)`,
  `insert into "StaffVisit" ("id", "accountId", "personId", "staffName", "reason", "note", "startedAt", "hours", "endsAt", "endedAt", "endedBy")
   select pg_temp.ordered_id(), account, s."id", 'Staff', 'maintenance', 'Bench', now() - k * interval '1 day', 1, now() - k * interval '1 day' + interval '1 hour', now() - k * interval '1 day' + interval '1 hour', 'time'
   from workspace, ${rows(2)}, (select "id" from "Person" where "email" = 'staff-manager@portcullis.example') s`,
  `insert into "StaffRead" ("id", "accountId", "personId", "staffName", "operation", "activity", "changes", "firstAt", "lastAt", "foldKey")
   select pg_temp.ordered_id(), account, s."id", 'Staff', 'invoices.view-desk', 'Viewed an invoice', false, now() - k * interval '1 hour', now() - k * interval '1 hour', 'growth-' || k
   from workspace, ${rows(10)}, (select "id" from "Person" where "email" = 'staff-manager@portcullis.example') s`,
  `insert into "RoleRequest" ("id", "accountId", "source", "proof", "requesterId", "requesterName", "name", "email", "role", "status", "createdAt", "expiresAt")
   select pg_temp.ordered_id(), account, 'portal', 'signedIn', contact, 'Owner', 'Somebody', 'somebody-' || n || '@growth.example', 'billing', case when n % 500 = 0 and k = 1 then 'waiting' else 'expired' end,
     now() - k * interval '1 day' - n * interval '1 second', now() + interval '9 days' from workspace, ${rows(2)}`,
  `insert into "InboundMail" ("id", "entrance", "state", "envelopeFrom", "envelopeTo", "contentHash", "bytes", "keepUntil", "receivedAt", "doneAt", "outcome", "summary", "identity", "fromAddress", "fromName", "subject", "accountId", "ticketId", "ticketNumber")
   select pg_temp.ordered_id(), 'smtp', 'done', 'owner-' || p.n || '@growth.example', 'support@portcullis.example', md5(t."id"::text), 1000, now() + interval '30 days', t."createdAt", t."createdAt",
     case when t."status" = 'open' then 'opened' else 'joined' end, 'It joined a ticket.', 'verified', 'owner-' || p.n || '@growth.example', 'Owner', t."subject", t."accountId", t."id", t."number"
   from "Ticket" t join plan p on p.account = t."accountId"`,
];
