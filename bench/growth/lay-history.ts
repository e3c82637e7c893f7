import type { Client } from "pg";

/** Tickets of ten messages each, as many events in the activity log as invoices, and five mails per account. */
export async function layHistory(client: Client): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** The tickets alone. */
export async function layTickets(client: Client): Promise<void> {
  for (const statement of ticketStatements) await client.query(statement);
}

const words = (seed: string): string =>
  `(array['invoice','server','login','mail','domain','backup','invoice','certificate','network','disk'])[1 + ${seed} % 10]`;

/** Tickets of ten messages each, some with a file. */
const ticketStatements: readonly string[] = [
  `create temporary table conversation as select account, contact, n, k, pg_temp.ordered_id() as ticket,
     date_trunc('milliseconds', now() - (tickets - k + 1) * (interval '3 years' / tickets) - n * interval '1 second') as at from plan, generate_series(1, tickets) k`,
  `insert into "Ticket" ("id", "accountId", "subject", "status", "openedByContactId", "openedByName", "createdAt", "lastMessageAt", "closedAt")
   select ticket, account, 'Question about the ' || ${words("(n + k)")} || ' ' || left(md5(n || '/' || k), 5),
     (case when k % 20 = 0 then 'open' when k % 20 = 4 then 'answered' else 'closed' end)::"TicketStatus", contact, 'Owner', at, at + interval '1 day',
     case when k % 20 not in (0, 4) then at + interval '2 days' end from conversation`,
  `insert into "TicketMessage" ("id", "accountId", "ticketId", "authorContactId", "authorName", "authorIsStaff", "body", "createdAt")
   select pg_temp.ordered_id(), account, ticket, case when m % 2 = 1 then contact end, 'Somebody', m % 2 = 0,
     'The ' || ${words("(n * 3 + k + m)")} || ' does not answer. ' || md5(n || '/' || k || '/' || m), at + m * interval '2 hours'
   from conversation, generate_series(1, 10) m`,
  // The file of every fifth message of a customer.
  `create temporary table sent_file as select "accountId", "id" as message, pg_temp.ordered_id() as file, 'report-' || left(md5("id"::text), 8) || '.log' as name
     from "TicketMessage" where not "authorIsStaff" and right("id"::text, 1) in ('1', '5', '9') and "authorName" = 'Somebody'`,
  `insert into "StoredFile" ("id", "accountId", "draft", "name", "size", "received", "state", "contentType", "sha256", "storageKey")
   select file, "accountId", '', name, 1000, 1000, 'attached', 'text/plain', '', 'growth/' || file from sent_file`,
  `insert into "TicketAttachment" ("id", "accountId", "messageId", "fileId", "position", "nameSearch")
   select pg_temp.ordered_id(), "accountId", message, file, 0, portcullis_search_text(name) from sent_file`,
];

const statements: readonly string[] = [
  ...ticketStatements,
  `insert into "AuditEvent" ("id", "accountId", "at", "actorPersonId", "actorContactId", "actorName", "actorIsStaff", "via", "operation", "permission", "outcome", "summary", "ip")
   select pg_temp.ordered_id(), account, date_trunc('milliseconds', now() - (invoices - k) * (interval '3 years' / invoices)), person, contact, 'Owner', k % 10 = 3, 'page',
     (array['invoices.view-desk','tickets.open','payments.pay','people.invite'])[1 + k % 4],
     (array['billing.invoices.manage','support.tickets.open','billing.invoices.pay','people.members.invite'])[1 + k % 4],
     (case when k % 10 = 0 then 'denied' else 'done' end)::"AuditOutcome", 'Did something of kind ' || k % 50, '192.0.2.1' from plan, generate_series(1, invoices) k`,
  // What staff see: customers who tried accounts of others.
  `insert into "AuditEvent" ("id", "at", "actorPersonId", "actorName", "via", "operation", "permission", "outcome", "summary", "targetType", "targetId", "ip")
   select pg_temp.ordered_id(), now() - n * interval '1 hour', person, 'Owner', 'page', 'invoices.list', 'billing.invoices.view', 'denied', 'Tried to view invoices',
     'attempt', account::text, '192.0.2.1' from plan`,
  `insert into "OutboxMail" ("id", "accountId", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "status", "createdAt", "sentAt")
   select pg_temp.ordered_id(), account, (array['billing','services','support','people']::"MailKind"[])[1 + k % 4], 'growth', 'owner-' || n || '@growth.example', 'Owner ' || n,
     'News ' || left(md5(n || '/' || k), 6) || ' of ' || k, '<p>News</p>', 'News', 'growth-' || n || '-' || k, (case when n % 50 = 0 and k = 1 then 'failed' else 'sent' end)::"MailStatus",
     now() - k * interval '30 days' - n * interval '1 second', now() - k * interval '30 days' from plan, generate_series(1, 5) k`,
  `insert into "PermissionRequest" ("id", "accountId", "contactId", "permission", "status", "createdAt")
   select pg_temp.ordered_id(), account, contact, 'services.order', 'declined', now() - k * interval '30 days' from plan, generate_series(1, 2) k`,
];
