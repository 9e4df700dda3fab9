-- AlterTable
ALTER TABLE "change_report" ADD COLUMN     "repeated_ids" UUID[] DEFAULT ARRAY[]::UUID[];
