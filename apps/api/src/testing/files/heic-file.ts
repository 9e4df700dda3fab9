/** 64 × 64 pixels in four colours, coded as HEVC: what no code of ours can make. */
const coded = Buffer.from('AAAALygBrwtg+sbB1946lTv7/4QFN23/zYM3HVP4qBdf/d+4G9022PaY8X/0YEeVvMf8', 'base64')
const decoderSettings = Buffer.from(
  'AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQA==',
  'base64',
)

/** A box of ISO/IEC 14496-12: its length, its type, what is in it. */
function box(type: string, ...content: readonly (Buffer | readonly number[])[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const u16 = (value: number): number[] => [value >> 8, value & 0xff]
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)]
const text = (value: string): Buffer => Buffer.from(value, 'latin1')

interface HeicOptions {
  readonly brand?: string
  /** What the picture says of its size, which is 64 × 64. */
  readonly width?: number
  readonly height?: number
  /** Quarter turns to the left, as a phone held sideways writes them. */
  readonly turns?: 0 | 1 | 2 | 3
}

/** A photo as phones write it (ISO/IEC 23008-12): one picture, coded as HEVC, with the way up beside it. */
export function aHeic({
  brand = 'heic',
  width = 64,
  height = 64,
  turns = 0,
}: HeicOptions = {}): Buffer<ArrayBuffer> {
  const properties = [
    box('hvcC', decoderSettings),
    box('ispe', u32(0), u32(width), u32(height)),
    box('irot', [turns]),
  ]
  const type = box('ftyp', text(brand), u32(0), text('mif1heic'))
  const meta = (start: number): Buffer =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), text('pict'), u32(0), u32(0), u32(0), [0]),
      box('pitm', u32(0), u16(1)),
      box('iloc', u32(0), [0x44, 0x00], u16(1), u16(1), u16(0), u16(1), u32(start), u32(coded.length)),
      box('iinf', u32(0), u16(1), box('infe', u32(0x02000000), u16(1), u16(0), text('hvc1\0'))),
      box('iprp', box('ipco', ...properties), box('ipma', u32(0), u32(1), u16(1), [3, 0x81, 0x02, 0x83])),
    )
  const start = type.length + meta(0).length + 8
  return Buffer.concat([type, meta(start), box('mdat', coded)])
}

/** A photo as an iPhone writes it: tiles side by side, here two by two, which a grid makes one picture of. */
export function aTiledHeic(): Buffer<ArrayBuffer> {
  const tiles = [2, 3, 4, 5]
  const grid = Buffer.from([0, 0, 1, 1, ...u16(128), ...u16(128)])
  const type = box('ftyp', text('heic'), u32(0), text('mif1heic'))
  const item = (id: number, kind: string) =>
    box('infe', u32(id === 1 ? 0x02000000 : 0x02000001), u16(id), u16(0), text(`${kind}\0`))
  const place = (id: number, start: number, length: number) => [
    ...u16(id),
    ...u16(0),
    ...u16(1),
    ...u32(start),
    ...u32(length),
  ]
  const sizes = [box('ispe', u32(0), u32(64), u32(64)), box('ispe', u32(0), u32(128), u32(128))]
  const meta = (start: number): Buffer =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), text('pict'), u32(0), u32(0), u32(0), [0]),
      box('pitm', u32(0), u16(1)),
      box(
        'iloc',
        u32(0),
        [0x44, 0x00],
        u16(5),
        place(1, start, grid.length),
        ...tiles.map((id) => place(id, start + grid.length, coded.length)),
      ),
      box('iinf', u32(0), u16(5), item(1, 'grid'), ...tiles.map((id) => item(id, 'hvc1'))),
      box('iref', u32(0), box('dimg', u16(1), u16(4), ...tiles.map(u16))),
      box(
        'iprp',
        box('ipco', box('hvcC', decoderSettings), ...sizes),
        box('ipma', u32(0), u32(5), u16(1), [1, 0x03], ...tiles.map((id) => [...u16(id), 2, 0x81, 0x02])),
      ),
    )
  const start = type.length + meta(0).length + 8
  return Buffer.concat([type, meta(start), box('mdat', grid, coded)])
}
