-- AlterTable
ALTER TABLE "document" DROP COLUMN "checked_at";

-- AlterTable
ALTER TABLE "receipt" DROP COLUMN "issued_at";
