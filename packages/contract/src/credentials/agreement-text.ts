/** A text in sections, so that it can be read on a small screen and printed. */
export interface AgreementText {
  readonly title: string
  readonly introduction: string
  readonly sections: { readonly heading: string; readonly paragraphs: string[] }[]
}
