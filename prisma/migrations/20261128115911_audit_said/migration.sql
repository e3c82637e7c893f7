-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "said" JSONB;
