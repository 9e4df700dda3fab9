/** The body of `POST /documents`, in the form of RFC 7578. */
export async function uploadForm(
  file: Buffer<ArrayBuffer>,
  kind: string,
): Promise<{ readonly contentType: string; readonly body: Buffer }> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new File([file], 'pay stub.pdf', { type: 'application/pdf' }))
  const whole = new Response(form)
  return {
    contentType: whole.headers.get('content-type') ?? '',
    body: Buffer.from(await whole.arrayBuffer()),
  }
}
