-- CreateIndex
CREATE INDEX "benefit_case_case_ref_idx" ON "benefit_case"("case_ref");
