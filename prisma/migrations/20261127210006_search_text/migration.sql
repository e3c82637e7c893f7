-- Searching as people spell: "tomas" finds "Tomás", "strasse" finds "Straße". What is searched stands beside the text in
-- the form that lib/kernel/search-text.ts makes of what is typed; a test holds the two equal. The tables are written out
-- here so that no collation, extension or version of the server changes what is stored.
create function portcullis_search_text(input text) returns text language plpgsql immutable strict parallel safe as $$
declare
  plain text := input;
begin
  if octet_length(plain) > char_length(plain) then
    plain := regexp_replace(normalize(replace(plain, '´', ''''), NFKD), '[' ||
      '\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f' ||
      '\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff' ||
      '\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0100-\U000e01ef' ||
      ']', '', 'g');
  end if;
  plain := translate(lower(plain collate "C"), '`', '''');
  -- Most texts are ASCII, or are once their accents are gone.
  if octet_length(plain) > char_length(plain) then
    plain := translate(plain,
      'ÆÐØÞĐĦŁŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎøłđðħıŋŧςىیکةٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‘’' ||
      '‚‛′ʹʻʼ`‹›“”„‟«»‐‒–—―−⁃',
      'ædoþdhlnœtɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏolddhintσييكها01234567890123456789''''' ||
      '''''''''''''''''''""""""-------');
    plain := replace(replace(replace(replace(replace(plain, 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    -- Greek, Cyrillic, Armenian, Georgian.
    if plain ~ '[\u0370-\u058f\u1c90-\u1cbf]' then
      plain := translate(plain,
        'ͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼ' ||
        'ѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐ' ||
        'ՑՒՓՔՕՖᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ',
        'ͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽ' ||
        'ѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտր' ||
        'ցւփքօֆაბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ');
    end if;
  end if;
  return btrim(regexp_replace(plain, '[\t-\r \u0085\u1680\u2028\u2029]+', ' ', 'g'), ' ');
end
$$;

-- In byte order, so that a list sorted by a name neither puts Ärzte behind Zulu nor depends on the server's locale.
alter table "Account" add column "search" text collate "C" not null generated always as (
  portcullis_search_text("name" || ' ' || "legalName" || ' ' || "number")) stored;
alter table "Account" add column "nameSearch" text collate "C" not null generated always as (portcullis_search_text("name")) stored;
alter table "Contact" add column "nameSearch" text collate "C" not null generated always as (portcullis_search_text("name")) stored;
-- Apart from the name: only those who see somebody's details may find them by one.
alter table "Contact" add column "detailsSearch" text collate "C" not null generated always as (
  portcullis_search_text("email" || ' ' || coalesce("jobTitle", ''))) stored;
alter table "Person" add column "nameSearch" text collate "C" not null generated always as (portcullis_search_text("name")) stored;
-- Staff read no more of a person than what they may know.
grant select ("nameSearch") on "Person" to portcullis_staff;
alter table "Invoice" add column "numberSearch" text collate "C" generated always as (portcullis_search_text("number")) stored;
alter table "Service" add column "nameSearch" text collate "C" not null generated always as (portcullis_search_text("name")) stored;
alter table "Product" add column "nameSearch" text collate "C" not null generated always as (portcullis_search_text("name")) stored;
alter table "Ticket" add column "subjectSearch" text collate "C" not null generated always as (portcullis_search_text("subject")) stored;
alter table "TicketMessage" add column "bodySearch" text collate "C" not null generated always as (portcullis_search_text("body")) stored;
alter table "OutboxMail" add column "search" text collate "C" not null generated always as (
  portcullis_search_text("toAddress" || ' ' || coalesce("toName", '') || ' ' || "subject")) stored;

drop index "Contact_accountId_name_idx";
create index "Contact_accountId_nameSearch_idx" on "Contact" ("accountId", "nameSearch");
create index "Service_accountId_nameSearch_idx" on "Service" ("accountId", "nameSearch");
create index "Ticket_accountId_lastMessageAt_idx" on "Ticket" ("accountId", "lastMessageAt");

-- Within an account the account leads every index: under row security nothing else could, as LIKE is not leakproof.
-- Staff search all accounts at once, and their policies hide no row from them, so there trigrams serve. The extension
-- comes with PostgreSQL and the owner of a database may create it; where it is missing the search reads the tables.
do $$
begin
  create extension if not exists pg_trgm;
  create index "Account_search" on "Account" using gin ("search" gin_trgm_ops);
  create index "Contact_nameSearch" on "Contact" using gin ("nameSearch" gin_trgm_ops);
  create index "Contact_detailsSearch" on "Contact" using gin ("detailsSearch" gin_trgm_ops);
  create index "OutboxMail_search" on "OutboxMail" using gin ("search" gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
  raise notice 'pg_trgm cannot be created here: search by staff goes without an index';
end
$$;
