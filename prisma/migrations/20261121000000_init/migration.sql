-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "user_id_folded" TEXT NOT NULL,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "first_name" BYTEA NOT NULL,
    "last_name" BYTEA NOT NULL,
    "email" BYTEA,
    "email_lookup" BYTEA,
    "password_hash" TEXT NOT NULL,
    "pepper_version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "secret_question" (
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,

    CONSTRAINT "secret_question_pkey" PRIMARY KEY ("account_id","position")
);

-- CreateTable
CREATE TABLE "secret_answer_hash" (
    "account_id" UUID NOT NULL,
    "omitted_position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "pepper_version" INTEGER NOT NULL,

    CONSTRAINT "secret_answer_hash_pkey" PRIMARY KEY ("account_id","omitted_position")
);

-- CreateTable
CREATE TABLE "agreement_acceptance" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "agreement_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_document" (
    "kind" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "body" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "content_document_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "message" BYTEA NOT NULL,
    "email" BYTEA,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "operation" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "lease" UUID NOT NULL,
    "lease_until" TIMESTAMPTZ(6) NOT NULL,
    "status" INTEGER,
    "data_key" BYTEA,
    "data_key_version" INTEGER,
    "reply" BYTEA,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("operation","actor","key")
);

-- CreateTable
CREATE TABLE "spent_captcha" (
    "id" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "spent_captcha_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_counter" (
    "limit" TEXT NOT NULL,
    "subject" BYTEA NOT NULL,
    "window_start" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_counter_pkey" PRIMARY KEY ("limit","subject","window_start")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "event" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "subject_id" UUID,
    "request_id" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "sequence" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "signature" BYTEA,
    "key_version" INTEGER NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refusal_count" (
    "limit" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "refusal_count_pkey" PRIMARY KEY ("limit","minute")
);

-- CreateTable
CREATE TABLE "key_fingerprint" (
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "key_fingerprint_pkey" PRIMARY KEY ("kind","version")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "idle_expires_at" TIMESTAMPTZ(6) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_user_id_folded_key" ON "account"("user_id_folded");

-- CreateIndex
CREATE INDEX "account_email_lookup_idx" ON "account"("email_lookup");

-- CreateIndex
CREATE UNIQUE INDEX "secret_question_account_id_question_id_key" ON "secret_question"("account_id", "question_id");

-- CreateIndex
CREATE INDEX "agreement_acceptance_account_id_idx" ON "agreement_acceptance"("account_id");

-- CreateIndex
CREATE INDEX "feedback_created_at_idx" ON "feedback"("created_at");

-- CreateIndex
CREATE INDEX "idempotency_key_expires_at_idx" ON "idempotency_key"("expires_at");

-- CreateIndex
CREATE INDEX "spent_captcha_expires_at_idx" ON "spent_captcha"("expires_at");

-- CreateIndex
CREATE INDEX "rate_counter_expires_at_idx" ON "rate_counter"("expires_at");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_occurred_at_idx" ON "audit_event"("subject_id", "occurred_at");

-- CreateIndex
CREATE INDEX "audit_event_occurred_at_idx" ON "audit_event"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_event_id_key" ON "audit_seal"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_idle_expires_at_idx" ON "session"("idle_expires_at");

-- AddForeignKey
ALTER TABLE "secret_question" ADD CONSTRAINT "secret_question_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_answer_hash" ADD CONSTRAINT "secret_answer_hash_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_acceptance" ADD CONSTRAINT "agreement_acceptance_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what the schema language cannot say. The last line of defence behind the rules of the contract.

-- A password or an answer that was not hashed never gets in.
ALTER TABLE "account" ADD CONSTRAINT "account_password_is_hashed" CHECK ("password_hash" ~ '^\$2[aby]\$\d\d\$.{53}$');
ALTER TABLE "secret_answer_hash" ADD CONSTRAINT "secret_answer_is_hashed" CHECK ("hash" ~ '^\$2[aby]\$\d\d\$.{53}$');
ALTER TABLE "session" ADD CONSTRAINT "session_token_is_hashed" CHECK (octet_length("token_hash") = 32);

-- Uniqueness of user IDs ignores case only as long as this holds.
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_is_folded" CHECK ("user_id_folded" = lower("user_id"));

-- A sealed value is no plain text: nonce and tag alone take 28 bytes (AES-256-GCM).
ALTER TABLE "account" ADD CONSTRAINT "account_is_sealed" CHECK (
  octet_length("first_name") >= 28 AND octet_length("last_name") >= 28 AND ("email" IS NULL OR octet_length("email") >= 28)
);
ALTER TABLE "account" ADD CONSTRAINT "account_email_has_lookup" CHECK (("email" IS NULL) = ("email_lookup" IS NULL));
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_is_sealed" CHECK (
  octet_length("message") >= 28 AND ("email" IS NULL OR octet_length("email") >= 28)
);

-- A reply that is kept can be opened.
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_reply_has_key" CHECK (
  ("reply" IS NULL) = ("data_key" IS NULL) AND ("data_key" IS NULL) = ("data_key_version" IS NULL)
);

ALTER TABLE "session" ADD CONSTRAINT "session_ends" CHECK ("absolute_expires_at" > "created_at");
ALTER TABLE "rate_counter" ADD CONSTRAINT "rate_counter_not_negative" CHECK ("count" >= 0);
ALTER TABLE "refusal_count" ADD CONSTRAINT "refusal_count_positive" CHECK ("count" > 0);
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_details_are_named" CHECK (jsonb_typeof("details") = 'object');
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_sizes" CHECK (
  "sequence" >= 0 AND octet_length("hash") = 32 AND ("signature" IS NULL OR octet_length("signature") = 64)
);
