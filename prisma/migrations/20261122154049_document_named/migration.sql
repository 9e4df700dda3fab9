-- AlterTable
ALTER TABLE "document" ADD COLUMN     "named_at" TIMESTAMPTZ(6);

-- Which files stand in a draft cannot be told here: all of them are kept for as long as a draft that was saved now.
UPDATE "document" SET "named_at" = statement_timestamp() WHERE "event_id" IS NULL AND "state" <> 'receiving';
