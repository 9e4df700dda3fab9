-- AlterTable
ALTER TABLE "session" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
ADD COLUMN     "own_device_id" UUID;

-- CreateIndex
CREATE INDEX "session_own_device_id_idx" ON "session"("own_device_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_own_device_id_fkey" FOREIGN KEY ("own_device_id") REFERENCES "own_device"("id") ON DELETE SET NULL ON UPDATE CASCADE;
