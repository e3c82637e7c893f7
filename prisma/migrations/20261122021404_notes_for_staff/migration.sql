-- Internal notes: the account may be the right one and a note is still not the customer's to read, or to write. This
-- stands beside the account policy and narrows it, so a query that forgets to ask finds the conversation alone.
create policy notes_for_staff on "TicketMessage" as restrictive to portcullis_app
  using (not "internal" or exists (select 1 from "StaffMember" s where s."personId" = portcullis_person()))
  with check (not "internal" or exists (select 1 from "StaffMember" s where s."personId" = portcullis_person()));

alter table "TicketMessage" add constraint "TicketMessage_note_by_staff" check (not "internal" or "authorIsStaff");
alter table "Ticket" add constraint "Ticket_closed_at" check (("status" = 'closed') = ("closedAt" is not null));
