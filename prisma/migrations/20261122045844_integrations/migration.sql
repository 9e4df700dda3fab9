-- CreateTable
CREATE TABLE "integrator" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "integrator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "integrator_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT statement_timestamp(),
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "integrator_name_key" ON "integrator"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_integrator_id_id_idx" ON "api_token"("integrator_id", "id");

-- CreateIndex
CREATE INDEX "api_token_expires_at_idx" ON "api_token"("expires_at");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_integrator_id_fkey" FOREIGN KEY ("integrator_id") REFERENCES "integrator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma has no words for.
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_is_hashed" CHECK (octet_length("token_hash") = 32);
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_has_scopes" CHECK ("scopes" IS NOT NULL AND cardinality("scopes") > 0);
-- In hours: days would be of the time zone of whoever asks.
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_lives_90_days_at_most" CHECK (
  "expires_at" > "created_at" AND "expires_at" <= "created_at" + interval '2160 hours');
