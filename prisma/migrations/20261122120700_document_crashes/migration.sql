-- AlterTable
ALTER TABLE "document" ADD COLUMN     "crashes" INTEGER NOT NULL DEFAULT 0;
