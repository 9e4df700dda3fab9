export interface PortalOptions {
  readonly language: 'en' | 'es'
}
