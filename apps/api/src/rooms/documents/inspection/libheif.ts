/** Something of the library's own that is only handed on. */
interface Handle {
  /** It has to be given back, unless the process ends anyway. */
  delete(): void
}

/** Rows of pixels. */
export interface Plane {
  readonly data: Uint8Array
  /** Bytes from one row to the next. */
  readonly stride: number
  readonly width: number
  readonly height: number
}

/** What is used of libheif-js, whose types are those of another build. */
export interface Libheif {
  readonly heif_error_code: { readonly heif_error_Ok: object }
  readonly heif_colorspace: { readonly heif_colorspace_RGB: object }
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: object }
  heif_context_alloc(): Handle
  heif_context_read_from_memory(context: Handle, bytes: Uint8Array): { readonly code: object }
  heif_js_context_get_primary_image_handle(context: Handle): Handle | { readonly code: object } | null
  heif_image_handle_get_width(handle: Handle): number
  heif_image_handle_get_height(handle: Handle): number
  /** `channels` is missing where it could not be decoded. */
  heif_js_decode_image2(
    handle: Handle,
    colorspace: object,
    chroma: object,
  ): Promise<{ readonly channels?: readonly Plane[] }>
}
