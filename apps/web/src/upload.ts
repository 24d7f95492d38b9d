/** A file the server has kept, or why it has not: its own words where it answered, nothing where it was not reached. */
export type Uploaded =
  { readonly ok: true; readonly sha256: string } | { readonly ok: false; readonly reason: string | undefined };

/** Sends the bytes of a file as they are. */
export async function uploaded(file: File): Promise<Uploaded> {
  try {
    const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    const answer: unknown = await response.json();
    const sha256 = response.ok ? textIn(answer, 'sha256') : undefined;
    return sha256 === undefined ? { ok: false, reason: textIn(answer, 'message') } : { ok: true, sha256 };
  } catch {
    return { ok: false, reason: undefined }; // no connection, or somebody between who does not speak JSON
  }
}

function textIn(answer: unknown, name: string): string | undefined {
  const value: unknown =
    typeof answer === 'object' && answer !== null ? Object.getOwnPropertyDescriptor(answer, name)?.value : undefined;
  return typeof value === 'string' ? value : undefined;
}
