-- AlterTable
ALTER TABLE "document" ADD COLUMN     "check_id" UUID;
