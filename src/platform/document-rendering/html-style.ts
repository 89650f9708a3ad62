/** The look of a standalone document: black on white, readable on a phone, A4 with repeated header rows on paper (DOC-11). */
export const documentStyle = `:root { color: #1a1a1a; background: #ffffff; }
body { margin: 0; font-family: 'Noto Sans JP', 'BIZ UDPGothic', 'Yu Gothic', Meiryo, sans-serif; line-height: 1.6; overflow-wrap: anywhere; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.5rem; text-align: center; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.5rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 0 0 0.5rem; break-after: avoid; }
p { margin: 0.25rem 0; }
.byline { text-align: right; }
.note { font-size: 0.875rem; }
table { width: 100%; border-collapse: collapse; margin: 0.5rem 0; }
caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }
caption.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { border: 1px solid #1a1a1a; padding: 0.375rem 0.5rem; text-align: left; vertical-align: top; font-weight: normal; }
thead th { background: #f2f2f2; font-weight: bold; text-align: center; }
.end { text-align: right; white-space: nowrap; }
.center { text-align: center; }
@media screen and (max-width: 40rem) {
  main > table > thead { position: absolute; clip-path: inset(50%); }
  main > table, main > table > tbody, main > table > tbody > tr, main > table > tbody > tr > * { display: block; }
  main > table > tbody > tr { margin-bottom: 1rem; }
}
@page { margin: 20mm 18mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }
@media print {
  body { font-family: 'MS Mincho', 'ＭＳ 明朝', 'Yu Mincho', 'Hiragino Mincho ProN', 'Noto Serif CJK JP', serif; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 14pt; }
  h2 { font-size: 12pt; }
  thead { display: table-header-group; }
  table table tr { break-inside: avoid; }
}`;
