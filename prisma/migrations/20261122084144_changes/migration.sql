-- CreateTable
CREATE TABLE "change_report" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "author_lookup" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "content_lookup" BYTEA,
    "corrects_id" UUID,
    "notice_id" UUID,
    "due_on" DATE,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "expires_at" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),

    CONSTRAINT "change_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_report_event" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data_key" BYTEA,
    "data_key_version" INTEGER,
    "message" BYTEA,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "change_report_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "file_name" BYTEA NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "sha256" BYTEA,
    "pages" INTEGER,
    "scanned" BOOLEAN NOT NULL DEFAULT false,
    "active" BOOLEAN NOT NULL DEFAULT false,
    "reader_media_type" TEXT,
    "reader_bytes" INTEGER,
    "reader_sha256" BYTEA,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "received_at" TIMESTAMPTZ(6),
    "checked_at" TIMESTAMPTZ(6),
    "event_id" UUID,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_chunk" (
    "document_id" UUID NOT NULL,
    "rendition" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "document_chunk_pkey" PRIMARY KEY ("document_id","rendition","position")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "confirmation_number" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "account_id" UUID,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_key" (
    "id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "receipt_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_report_account_id_id_idx" ON "change_report"("account_id", "id");

-- CreateIndex
CREATE INDEX "change_report_author_lookup_idx" ON "change_report"("author_lookup");

-- CreateIndex
CREATE INDEX "change_report_case_id_id_idx" ON "change_report"("case_id", "id");

-- CreateIndex
CREATE INDEX "change_report_status_id_idx" ON "change_report"("status", "id");

-- CreateIndex
CREATE INDEX "change_report_expires_at_idx" ON "change_report"("expires_at");

-- CreateIndex
CREATE INDEX "change_report_corrects_id_idx" ON "change_report"("corrects_id");

-- CreateIndex
CREATE INDEX "change_report_notice_id_idx" ON "change_report"("notice_id");

-- CreateIndex
CREATE INDEX "change_report_event_report_id_id_idx" ON "change_report_event"("report_id", "id");

-- CreateIndex
CREATE INDEX "document_account_id_id_idx" ON "document"("account_id", "id");

-- CreateIndex
CREATE INDEX "document_event_id_idx" ON "document"("event_id");

-- CreateIndex
CREATE INDEX "document_state_id_idx" ON "document"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_confirmation_number_key" ON "receipt"("confirmation_number");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_event_id_key" ON "receipt"("event_id");

-- CreateIndex
CREATE INDEX "receipt_account_id_id_idx" ON "receipt"("account_id", "id");

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "benefit_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "case_notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_report" ADD CONSTRAINT "change_report_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "change_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_report_event" ADD CONSTRAINT "change_report_event_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "change_report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "change_report_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_chunk" ADD CONSTRAINT "document_chunk_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "change_report_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
