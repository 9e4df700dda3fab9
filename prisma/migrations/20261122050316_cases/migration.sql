-- CreateTable
CREATE TABLE "benefit_case" (
    "id" UUID NOT NULL,
    "integrator_id" UUID NOT NULL,
    "case_ref" TEXT NOT NULL,
    "as_of" TIMESTAMPTZ(6) NOT NULL,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "summary" BYTEA NOT NULL,
    "payments" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "benefit_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "case_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "client_lookup" BYTEA,
    "pair_lookup" BYTEA,
    "triple_lookup" BYTEA,
    "may_associate" BOOLEAN NOT NULL,

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("case_id","member_id")
);

-- CreateTable
CREATE TABLE "case_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "client_lookup" BYTEA NOT NULL,
    "linked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "confirmed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notice" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "notice_ref" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "asks_for_documents" BOOLEAN NOT NULL,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "title" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "case_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notice_read" (
    "notice_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "case_notice_read_pkey" PRIMARY KEY ("account_id","notice_id")
);

-- CreateTable
CREATE TABLE "association_code" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "code_lookup" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "association_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association_counter" (
    "kind" TEXT NOT NULL,
    "subject" BYTEA NOT NULL,
    "recent" TIMESTAMPTZ(6)[],
    "since_success" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "association_counter_pkey" PRIMARY KEY ("kind","subject")
);

-- CreateTable
CREATE TABLE "association_failures" (
    "minute" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "association_failures_pkey" PRIMARY KEY ("minute")
);

-- CreateTable
CREATE TABLE "case_review" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" BYTEA NOT NULL,
    "case_id" UUID,
    "member_id" TEXT,
    "holder_account_id" UUID,
    "claimant_account_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "decided_at" TIMESTAMPTZ(6),
    "decision" TEXT,

    CONSTRAINT "case_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_import" (
    "id" UUID NOT NULL,
    "integrator_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "lease" UUID NOT NULL,
    "lease_until" TIMESTAMPTZ(6) NOT NULL,
    "lines_done" INTEGER NOT NULL DEFAULT 0,
    "fingerprint" BYTEA NOT NULL,
    "finished_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "case_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_import_batch" (
    "import_id" UUID NOT NULL,
    "first_line" INTEGER NOT NULL,
    "results" JSONB NOT NULL,

    CONSTRAINT "case_import_batch_pkey" PRIMARY KEY ("import_id","first_line")
);

-- CreateIndex
CREATE UNIQUE INDEX "benefit_case_integrator_id_case_ref_key" ON "benefit_case"("integrator_id", "case_ref");

-- CreateIndex
CREATE INDEX "case_member_client_lookup_idx" ON "case_member"("client_lookup");

-- CreateIndex
CREATE INDEX "case_member_pair_lookup_idx" ON "case_member"("pair_lookup");

-- CreateIndex
CREATE INDEX "case_member_triple_lookup_idx" ON "case_member"("triple_lookup");

-- CreateIndex
CREATE UNIQUE INDEX "case_link_client_lookup_key" ON "case_link"("client_lookup");

-- CreateIndex
CREATE INDEX "case_link_account_id_idx" ON "case_link"("account_id");

-- CreateIndex
CREATE INDEX "case_notice_case_id_issued_on_id_idx" ON "case_notice"("case_id", "issued_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_notice_case_id_notice_ref_key" ON "case_notice"("case_id", "notice_ref");

-- CreateIndex
CREATE INDEX "case_notice_read_notice_id_idx" ON "case_notice_read"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "association_code_code_lookup_key" ON "association_code"("code_lookup");

-- CreateIndex
CREATE INDEX "association_code_expires_at_idx" ON "association_code"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "association_code_case_id_member_id_key" ON "association_code"("case_id", "member_id");

-- CreateIndex
CREATE INDEX "association_counter_last_at_idx" ON "association_counter"("last_at");

-- CreateIndex
CREATE INDEX "case_review_kind_subject_idx" ON "case_review"("kind", "subject");

-- CreateIndex
CREATE INDEX "case_review_decided_at_id_idx" ON "case_review"("decided_at", "id");

-- CreateIndex
CREATE INDEX "case_import_expires_at_idx" ON "case_import"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_import_integrator_id_key_key" ON "case_import"("integrator_id", "key");

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "benefit_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notice" ADD CONSTRAINT "case_notice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "benefit_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notice_read" ADD CONSTRAINT "case_notice_read_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "case_notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_notice_read" ADD CONSTRAINT "case_notice_read_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_code" ADD CONSTRAINT "association_code_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "benefit_case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_import_batch" ADD CONSTRAINT "case_import_batch_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "case_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
