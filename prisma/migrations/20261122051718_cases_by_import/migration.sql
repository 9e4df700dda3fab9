-- AlterTable
ALTER TABLE "benefit_case" ADD COLUMN     "import_id" UUID;

-- AlterTable
ALTER TABLE "case_import_batch" ALTER COLUMN "results" SET DATA TYPE TEXT;
