/** An address with some of its parts changed; what is empty or null is taken out. */
export function patched(query: URLSearchParams, patch: Readonly<Record<string, string | null>>): URLSearchParams {
  const kept = [...query].filter(([name]) => !(name in patch))
  return new URLSearchParams([...kept, ...Object.entries(patch).filter((entry): entry is [string, string] => Boolean(entry[1]))])
}
