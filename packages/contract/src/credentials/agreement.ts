// PLACEHOLDER by the lead until helper C writes the real one: please overwrite this file.
export const currentAgreement = {
  version: '2026-11-01',
  effectiveFrom: '2026-11-01',
  text: {
    en: { title: '', introduction: '', sections: [] },
    es: { title: '', introduction: '', sections: [] },
  },
}
