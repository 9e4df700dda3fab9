interface Tagline {
  /** BCP 47. */
  readonly language: string
  readonly direction?: 'rtl'
  /** The language by its own name. */
  readonly name: string
  /** Help in this language is free; call `{phone}`, or `{tty}` with a TTY. */
  readonly text: string
}

/**
 * That help is free, said in the languages most spoken in the State by people who speak little English. The same
 * words whichever language the portal is shown in, so they are no copy.
 */
export const taglines: readonly Tagline[] = [
  {
    language: 'en',
    name: 'English',
    text: 'Help in your language is free. Call {phone} (TTY {tty}).',
  },
  {
    language: 'es',
    name: 'Español',
    text: 'Si habla español, le ofrecemos ayuda gratis en su idioma. Llame al {phone} (TTY {tty}).',
  },
  {
    language: 'pt',
    name: 'Português',
    text: 'Se fala português, oferecemos ajuda gratuita no seu idioma. Ligue para {phone} (TTY {tty}).',
  },
  {
    language: 'pl',
    name: 'Polski',
    text: 'Jeśli mówisz po polsku, możesz bezpłatnie skorzystać z pomocy językowej. Zadzwoń pod numer {phone} (TTY {tty}).',
  },
  {
    language: 'zh-Hant',
    name: '繁體中文',
    text: '如果您說中文，我們可以免費為您提供語言協助。請致電 {phone}（TTY {tty}）。',
  },
  {
    language: 'zh-Hans',
    name: '简体中文',
    text: '如果您说中文，我们可以免费为您提供语言协助。请致电 {phone}（TTY {tty}）。',
  },
  {
    language: 'it',
    name: 'Italiano',
    text: 'Se parla italiano, può ricevere assistenza gratuita nella sua lingua. Chiami il numero {phone} (TTY {tty}).',
  },
  {
    language: 'fr',
    name: 'Français',
    text: 'Si vous parlez français, une aide gratuite dans votre langue est à votre disposition. Appelez le {phone} (TTY {tty}).',
  },
  {
    language: 'ht',
    name: 'Kreyòl ayisyen',
    text: 'Si w pale kreyòl ayisyen, gen èd gratis pou ou nan lang ou. Rele {phone} (TTY {tty}).',
  },
  {
    language: 'ru',
    name: 'Русский',
    text: 'Если вы говорите по-русски, вам доступна бесплатная помощь на вашем языке. Звоните по номеру {phone} (TTY {tty}).',
  },
  {
    language: 'uk',
    name: 'Українська',
    text: 'Якщо ви розмовляєте українською, вам доступна безкоштовна допомога вашою мовою. Телефонуйте за номером {phone} (TTY {tty}).',
  },
  {
    language: 'vi',
    name: 'Tiếng Việt',
    text: 'Nếu quý vị nói tiếng Việt, chúng tôi có dịch vụ hỗ trợ ngôn ngữ miễn phí. Xin gọi số {phone} (TTY {tty}).',
  },
  {
    language: 'ar',
    direction: 'rtl',
    name: 'العربية',
    text: 'إذا كنت تتحدث العربية، فإن المساعدة بلغتك متاحة لك مجانًا. اتصل بالرقم {phone} (TTY {tty}).',
  },
  {
    language: 'ko',
    name: '한국어',
    text: '한국어를 사용하시는 경우, 언어 지원을 무료로 받으실 수 있습니다. {phone}번으로 전화해 주십시오(TTY {tty}).',
  },
  {
    language: 'sq',
    name: 'Shqip',
    text: 'Nëse flisni shqip, ju ofrojmë ndihmë falas në gjuhën tuaj. Telefononi në numrin {phone} (TTY {tty}).',
  },
  {
    language: 'hi',
    name: 'हिन्दी',
    text: 'यदि आप हिन्दी बोलते हैं, तो आपके लिए आपकी भाषा में सहायता निःशुल्क उपलब्ध है। {phone} पर फ़ोन करें (TTY {tty})।',
  },
  {
    language: 'tl',
    name: 'Tagalog',
    text: 'Kung nagsasalita ka ng Tagalog, may libreng tulong para sa iyo sa iyong wika. Tumawag sa {phone} (TTY {tty}).',
  },
  {
    language: 'el',
    name: 'Ελληνικά',
    text: 'Αν μιλάτε ελληνικά, σας παρέχεται δωρεάν βοήθεια στη γλώσσα σας. Καλέστε στο {phone} (TTY {tty}).',
  },
]
