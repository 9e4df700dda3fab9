-- AlterTable
ALTER TABLE "document" ADD COLUMN     "vanished" INTEGER NOT NULL DEFAULT 0;
