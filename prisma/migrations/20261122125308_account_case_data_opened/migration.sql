-- AlterTable
ALTER TABLE "account" ADD COLUMN     "case_data_opened_at" TIMESTAMPTZ(6);
