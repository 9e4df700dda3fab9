-- CreateIndex
CREATE INDEX "refusal_count_minute_idx" ON "refusal_count"("minute");

-- Written by hand: a session that has ended by time has always ended by idleness too, so the sweeper and its index
-- look at one time only.
UPDATE "session" SET "idle_expires_at" = "absolute_expires_at" WHERE "idle_expires_at" > "absolute_expires_at";
ALTER TABLE "session" ADD CONSTRAINT "session_idles_within_its_life" CHECK ("idle_expires_at" <= "absolute_expires_at");
