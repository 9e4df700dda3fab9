-- AlterTable
ALTER TABLE "account" ADD COLUMN     "case_held_since" TIMESTAMPTZ(6),
ADD COLUMN     "deletion_due_at" TIMESTAMPTZ(6),
ADD COLUMN     "email_confirmed_at" TIMESTAMPTZ(6),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "device" TEXT NOT NULL DEFAULT 'other.other',
ADD COLUMN     "network" BYTEA;

-- CreateTable
CREATE TABLE "email_confirmation" (
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "email" BYTEA NOT NULL,
    "email_lookup" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "email_confirmation_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "retired_user_id" (
    "user_id_lookup" BYTEA NOT NULL,
    "retired_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "retired_user_id_pkey" PRIMARY KEY ("user_id_lookup")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "data_key" BYTEA NOT NULL,
    "data_key_version" INTEGER NOT NULL,
    "recipient" BYTEA NOT NULL,
    "content" BYTEA NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_fault" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "sent_at" TIMESTAMPTZ(6),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "subject" BYTEA NOT NULL,
    "browser_hash" BYTEA NOT NULL,
    "question_ids" TEXT[],
    "token_hash" BYTEA,
    "token_expires_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "recovery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_counter" (
    "subject" BYTEA NOT NULL,
    "recent" TIMESTAMPTZ(6)[],
    "since_success" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "recovery_counter_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "recovery_decoy" (
    "subject" BYTEA NOT NULL,
    "question_ids" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "recovery_decoy_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "own_device" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "own_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_counter" (
    "subject" BYTEA NOT NULL,
    "device_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL,
    "paused_until" TIMESTAMPTZ(6),
    "clears_at" TIMESTAMPTZ(6),
    "last_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "sign_in_counter_pkey" PRIMARY KEY ("subject","device_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "email_confirmation_token_hash_key" ON "email_confirmation"("token_hash");

-- CreateIndex
CREATE INDEX "email_confirmation_expires_at_idx" ON "email_confirmation"("expires_at");

-- CreateIndex
CREATE INDEX "message_account_id_id_idx" ON "message"("account_id", "id");

-- CreateIndex
CREATE INDEX "mail_state_created_at_idx" ON "mail"("state", "created_at");

-- CreateIndex
CREATE INDEX "mail_account_id_idx" ON "mail"("account_id");

-- CreateIndex
CREATE INDEX "mail_expires_at_idx" ON "mail"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_token_hash_key" ON "recovery"("token_hash");

-- CreateIndex
CREATE INDEX "recovery_account_id_idx" ON "recovery"("account_id");

-- CreateIndex
CREATE INDEX "recovery_expires_at_idx" ON "recovery"("expires_at");

-- CreateIndex
CREATE INDEX "recovery_counter_last_at_idx" ON "recovery_counter"("last_at");

-- CreateIndex
CREATE INDEX "own_device_expires_at_idx" ON "own_device"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "own_device_account_id_token_hash_key" ON "own_device"("account_id", "token_hash");

-- CreateIndex
CREATE INDEX "sign_in_counter_last_at_idx" ON "sign_in_counter"("last_at");

-- CreateIndex
CREATE INDEX "account_deletion_due_at_idx" ON "account"("deletion_due_at");

-- AddForeignKey
ALTER TABLE "email_confirmation" ADD CONSTRAINT "email_confirmation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_device" ADD CONSTRAINT "own_device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
