-- DropIndex
DROP INDEX "change_report_status_id_idx";

-- CreateIndex
CREATE INDEX "change_report_status_submitted_at_id_idx" ON "change_report"("status", "submitted_at", "id");

-- CreateIndex
CREATE INDEX "change_report_submitted_at_id_idx" ON "change_report"("submitted_at", "id");
