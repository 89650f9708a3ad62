/** A photo to be saved: of the type that its content has, and without any right should a browser open it. */
export function answerPhoto({ format, bytes }: { readonly format: string; readonly bytes: Uint8Array }): Response {
  const extension = format === 'jpeg' ? 'jpg' : 'png';
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': `image/${format}`,
      'content-disposition': `attachment; filename="photo.${extension}"`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
