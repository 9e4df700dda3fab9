-- DropIndex
DROP INDEX "case_member_pair_lookup_idx";
