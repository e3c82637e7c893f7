-- The state, province, prefecture or emirate, where addresses have one. Empty is a postal code or a city that the
-- country does not know.
alter table "Account" add column "region" text;
