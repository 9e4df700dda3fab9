-- DropIndex
DROP INDEX "case_link_client_lookup_key";

-- AlterTable
ALTER TABLE "case_link" ADD COLUMN     "integrator_id" UUID;

-- A link was made by what the case proved that was told last.
UPDATE "case_link" l SET "integrator_id" = (
  SELECT c."integrator_id" FROM "case_member" m JOIN "benefit_case" c ON c."id" = m."case_id"
  WHERE m."client_lookup" = l."client_lookup" AND m."may_associate" ORDER BY c."as_of" DESC, c."id" DESC LIMIT 1);

-- Whom no case names any more sees nothing, and can associate again.
DELETE FROM "case_link" WHERE "integrator_id" IS NULL;

-- AlterTable
ALTER TABLE "case_link" ALTER COLUMN "integrator_id" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "case_link_client_lookup_integrator_id_key" ON "case_link"("client_lookup", "integrator_id");
