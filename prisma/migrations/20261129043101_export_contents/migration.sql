-- Of a prepared file that holds other files: which contents are in it. Whoever downloads it is asked about each again.
ALTER TABLE "Export" ADD COLUMN "contents" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];
