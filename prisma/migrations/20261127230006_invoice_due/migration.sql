-- What a list of invoices is sorted by when it is sorted by what is left to pay.
alter table "Invoice" add column "dueMinor" bigint not null generated always as (
  case when "status" = 'open' then "totalMinor" - "paidMinor" - "creditedMinor" else 0 end) stored;
