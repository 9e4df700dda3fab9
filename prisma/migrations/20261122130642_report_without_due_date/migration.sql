-- AlterTable
ALTER TABLE "change_report" DROP COLUMN "due_on";
