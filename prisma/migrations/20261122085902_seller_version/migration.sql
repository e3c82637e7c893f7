-- AlterTable
ALTER TABLE "LegalEntity" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
