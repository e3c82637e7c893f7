-- CreateTable
CREATE TABLE "Brand" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT,
    "accent" TEXT,
    "accentDark" TEXT,
    "mailSender" TEXT,
    "mailFooter" TEXT,
    "logoHash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Brand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BrandLogo" (
    "hash" TEXT NOT NULL,
    "screen" BYTEA NOT NULL,
    "paper" BYTEA NOT NULL,
    "icon" BYTEA,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "onLight" BOOLEAN NOT NULL,
    "onDark" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BrandLogo_pkey" PRIMARY KEY ("hash")
);

-- AddForeignKey
ALTER TABLE "Brand" ADD CONSTRAINT "Brand_logoHash_fkey" FOREIGN KEY ("logoHash") REFERENCES "BrandLogo"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Brand" ADD CONSTRAINT "Brand_one" CHECK ("id" = 1);
ALTER TABLE "Brand" ADD CONSTRAINT "Brand_colours" CHECK ("accent" ~ '^#[0-9a-f]{6}$' AND "accentDark" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "BrandLogo" ADD CONSTRAINT "BrandLogo_size"
  CHECK (octet_length("screen") <= 1048576 AND octet_length("paper") <= 1048576 AND octet_length("icon") <= 65536);

-- Everybody sees the brand, before signing in too. It is read as the identity role, and staff change it.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['Brand', 'BrandLogo'] LOOP
    EXECUTE format('alter table %I enable row level security', own);
    EXECUTE format('grant select on %I to portcullis_identity, portcullis_staff', own);
    EXECUTE format('create policy everybody on %I for select to portcullis_identity using (true)', own);
    EXECUTE format('create policy team on %I to portcullis_staff using (portcullis_on_team()) with check (portcullis_on_team())', own);
  END LOOP;
END
$$;
GRANT INSERT, UPDATE ON "Brand" TO portcullis_staff;
GRANT INSERT ON "BrandLogo" TO portcullis_staff;

-- Every process keeps the brand, and reads it again when told.
CREATE FUNCTION portcullis_brand_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_brand', '');
  RETURN null;
END
$$;
CREATE TRIGGER brand_changed AFTER INSERT OR UPDATE ON "Brand" FOR EACH STATEMENT EXECUTE FUNCTION portcullis_brand_changed();
