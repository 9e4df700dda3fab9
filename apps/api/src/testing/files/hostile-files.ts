import { documentLimits } from '@connect/contract/rooms/documents'
import { aHeic } from './heic-file.ts'
import { aLockedPdf, anObjectStream, aPdfOf, aStream } from './pdf-file.ts'
import {
  aJpeg,
  aJpegOfDeclaredSize,
  aJpegWithComment,
  aJpegWithPlace,
  aPng,
  aPngOf,
  aPngWithText,
} from './picture-file.ts'

/** What comes of a file: refused where it is sent, refused later with a reason, or given to readers. */
type Outcome =
  | 'file.empty'
  | 'file.type'
  | 'request.too_large'
  | 'not_readable'
  | 'needs_password'
  | 'too_many_pixels'
  | 'ready'
  | 'ready, active'

interface HostileFile {
  readonly what: string
  readonly name: string
  readonly make: () => Buffer | Promise<Buffer>
  readonly outcome: Outcome
}

const row = (
  what: string,
  name: string,
  outcome: Outcome,
  make: () => Buffer | Promise<Buffer>,
): HostileFile => ({ what, name, outcome, make })

const text = (value: string) => () => Buffer.from(value, 'latin1')
const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2))
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const page = '<html><script>alert(1)</script></html>'

const otherTypes: readonly HostileFile[] = [
  row('nothing at all', 'proof.pdf', 'file.empty', text('')),
  row('a byte too much', 'proof.jpg', 'request.too_large', async () =>
    Buffer.concat([await aJpeg(), Buffer.alloc(documentLimits.bytes)]),
  ),
  row('a page as a photo', 'photo.jpg', 'file.type', text(`<!doctype html>${page}`)),
  row('a drawing with a script as a picture', 'photo.png', 'file.type', text('<svg onload="alert(1)"/>')),
  row('a program of Linux as a PDF', 'proof.pdf', 'file.type', text('\x7FELF\x02\x01\x01')),
  row('a program of Windows as a photo', 'photo.jpg', 'file.type', text('MZ\x90\x00')),
  row('an archive as a PDF', 'proof.pdf', 'file.type', text('PK\x03\x04\x14\x00')),
  row('a PDF by another name', 'proof.exe', 'file.type', () => aPdfOf()),
  row('a photo named as a PDF', 'proof.pdf', 'file.type', () => aJpeg()),
  row('a moving picture as a photo', 'photo.jpg', 'file.type', text('GIF89a\x01\x00\x01\x00')),
  row('a page before a PDF', 'proof.pdf', 'file.type', () => Buffer.concat([Buffer.from(page), aPdfOf()])),
]

const pictures: readonly HostileFile[] = [
  row('the first three bytes of a photo', 'photo.jpg', 'not_readable', text('\xFF\xD8\xFF')),
  row('noise after the first bytes of a photo', 'photo.jpg', 'not_readable', () =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50_000, 'x7$q')]),
  ),
  row('half a photo', 'photo.jpg', 'not_readable', async () => half(await aJpeg({ grain: true }))),
  row('a photo that says 65,000 × 65,000', 'photo.jpg', 'too_many_pixels', () =>
    aJpegOfDeclaredSize(65_000, 65_000),
  ),
  row('a page in a photo', 'photo.jpg', 'not_readable', () => aJpegWithComment(page)),
  row('a PDF in a photo', 'photo.jpg', 'not_readable', () => aJpegWithComment('%PDF-1.4 1 0 obj')),
  row('a photo that says where it was taken', 'photo.jpg', 'ready', () => aJpegWithPlace()),
  row('an archive after a photo', 'photo.jpg', 'ready', async () =>
    Buffer.concat([await aJpeg({ grain: true }), Buffer.from('PK\x03\x04 an archive', 'latin1')]),
  ),
  row('50,000 × 50,000 pixels in 60 kB', 'scan.png', 'too_many_pixels', () =>
    aPngOf({ width: 50_000, height: 50_000, rows: Buffer.alloc(50_001 * 1_000) }),
  ),
  row('a picture with fewer rows than it says', 'scan.png', 'not_readable', () =>
    aPngOf({ width: 500, height: 500, rows: Buffer.alloc(501 * 20) }),
  ),
  row('half a picture', 'scan.png', 'not_readable', async () => half(await aPng({ grain: true }))),
  row('a text of 100 MB in a picture', 'scan.png', 'ready', () => aPngWithText(100_000_000)),
]

const heic: readonly HostileFile[] = [
  row('a photo of an iPhone', 'IMG_0001.HEIC', 'ready', () => aHeic({ turns: 3 })),
  row('a HEIC that says 50,000 × 50,000', 'IMG_0002.HEIC', 'too_many_pixels', () =>
    aHeic({ width: 50_000, height: 50_000 }),
  ),
  row('half a HEIC', 'IMG_0003.HEIC', 'not_readable', () => half(aHeic())),
  row('a HEIC whose picture is missing', 'IMG_0004.HEIC', 'not_readable', () => aHeic().subarray(0, -40)),
]

const webPage = '<< /S /URI /URI (https://example.org/) >>'

const pdfs: readonly HostileFile[] = [
  row('a PDF', 'proof.pdf', 'ready', () => aPdfOf()),
  row('a script that runs when it opens', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction 10 0 R', objects: [script] }),
  ),
  row('a script under a name in disguise', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction 10 0 R', objects: [script.replace('/JavaScript', '/J#61vaScr#69pt')] }),
  ),
  row('a script in compressed objects', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction 20 0 R', objects: [anObjectStream([script])] }),
  ),
  row('the same in a PDF that only names encryption', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction 20 0 R /Note (/Encrypt)', objects: [anObjectStream([script])] }),
  ),
  row('a script on a page', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ page: '/AA << /O 10 0 R >>', objects: [script] }),
  ),
  row('the start of a program', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
  ),
  row('a page on the web that it opens', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: `/OpenAction ${webPage}` }),
  ),
  row('the same in an object of its own', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction 10 0 R', objects: [webPage] }),
  ),
  row('a file elsewhere that it opens', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ catalog: '/OpenAction << /S /GoToR /F (\\\\example.org\\share) /D [0 /Fit] >>' }),
  ),
  row('a link that waits for a click', 'proof.pdf', 'ready', () =>
    aPdfOf({ catalog: '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>', objects: [webPage] }),
  ),
  row('a file in a PDF', 'proof.pdf', 'ready, active', () =>
    aPdfOf({
      catalog: '/Names << /EmbeddedFiles << /Names [(x.exe) 10 0 R] >> >>',
      objects: ['<< /Type /Filespec /F (x.exe) /EF << /F 11 0 R >> >>', aStream('/Type /EmbeddedFile', 'MZ')],
    }),
  ),
  row('compressed objects of 1 GB', 'proof.pdf', 'ready, active', () =>
    aPdfOf({ objects: [aStream('/Type /ObjStm /N 1 /First 5', Buffer.alloc(1_000_000_000, ' '))] }),
  ),
  row('a PDF that needs a password', 'proof.pdf', 'needs_password', () => aLockedPdf({ password: 'secret' })),
  row('an encrypted PDF that opens', 'proof.pdf', 'ready', () => aLockedPdf()),
  row('half a PDF', 'proof.pdf', 'not_readable', () => half(aPdfOf())),
  row('a PDF without its end', 'proof.pdf', 'not_readable', () => aPdfOf().subarray(0, -8)),
  row('the first and the last line of a PDF', 'proof.pdf', 'not_readable', text('%PDF-1.7\n%%EOF\n')),
  row('a page at the beginning of a PDF', 'proof.pdf', 'not_readable', () => aPdfOf({ head: `%${page}\n` })),
  row('pages that go in a ring', 'proof.pdf', 'not_readable', () =>
    aPdfOf({ catalog: '/Pages 10 0 R', objects: ['<< /Type /Pages /Kids [10 0 R] /Count 3 >>'] }),
  ),
  row('a page that says it is a thousand million', 'proof.pdf', 'ready', () =>
    aPdfOf({ count: 1_000_000_000 }),
  ),
  row('200,000 lists in one another', 'proof.pdf', 'ready', () =>
    aPdfOf({ objects: ['['.repeat(200_000) + ']'.repeat(200_000)] }),
  ),
  row('a page that takes 1 GB once it is open', 'proof.pdf', 'ready', () =>
    aPdfOf({ page: '/Contents 10 0 R', objects: [aStream('', Buffer.alloc(1_000_000_000, ' '))] }),
  ),
]

/** Files that are not what they seem, made anew for each test, and what has to come of each. */
export const hostileFiles: readonly HostileFile[] = [...otherTypes, ...pictures, ...heic, ...pdfs]
