/** What the page of a message may load: nothing but its own styles and the images that it carries itself. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; form-action 'none'";

/** In cleaned HTML `<` begins nothing but a tag, so that the text stays as it is. */
const LINKS = /<a [^>]*>/g;

/**
 * The page that the sandboxed frame of a message shows. Links lead nowhere, and
 * since mail is written for white paper, the page stays light.
 */
export function pageOf(html: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>
:root{color-scheme:light}
body{margin:0;padding:10px 12px;background:#fff;color:#1a2230;font:13px/1.55 "Hiragino Sans","Yu Gothic UI","Meiryo","Noto Sans CJK JP",sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}a{color:inherit;text-decoration:underline dotted;pointer-events:none}
blockquote{margin:8px 0;padding-left:10px;border-left:3px solid #dde1e8;color:#566073}
</style></head><body>${html.replaceAll(LINKS, "<a>")}</body></html>`;
}

/** A size in bytes, for reading: 182430 → "182 KB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
