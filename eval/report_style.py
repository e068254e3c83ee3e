"""The look of the report: paper and ink, light, dark and in print; no script, no file beside it."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --sheet: #fffefb; --ink: #1d1c1a; --faint: #5c574e; --line: #ddd8cd; --accent: #1f4a5f;
  --accent-soft: #d3e2e9; --marker: #ffe27a; --marker-ink: #1d1c1a; --differ: #9a5400; --wrong: #9b1c1c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #161513; --sheet: #211f1c; --ink: #ece8df; --faint: #b5afa3; --line: #3b3833; --accent: #93c5dc;
    --accent-soft: #2b4552; --marker: #665200; --marker-ink: #fff7da; --differ: #f0c07a; --wrong: #ff9d94;
  }
}
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --sheet: #fff; --ink: #000; --faint: #444; --line: #bbb; --accent: #1f4a5f;
    --accent-soft: #d3e2e9; --marker: #ffe27a; --marker-ink: #000; --differ: #9a5400; --wrong: #9b1c1c;
  }
  body { font-size: 10pt; }
  nav { display: none; }
  .miss, figure, tr { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .wide { overflow: visible; }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
main { max-width: 68rem; margin: 0 auto; }
h1, h2, blockquote { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif; }
h1 { font-size: 2.4rem; line-height: 1.15; margin: 0 0 .4rem; }
h2 { font-size: 1.7rem; margin: 3.5rem 0 .3rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 2.2rem 0 .5rem; }
p { max-width: 46rem; margin: .4rem 0; }
.faint, figcaption, caption { color: var(--faint); }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 1rem 0; }
a { color: var(--accent); }
.wide { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .4rem .9rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { text-align: right; padding: .34rem .55rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
th { font-weight: 600; }
thead th { color: var(--faint); font-weight: 500; vertical-align: bottom; }
td { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; font-weight: 500; min-width: 14rem; }
td small { display: block; color: var(--faint); font-size: .84rem; }
tr.own > * { background: var(--accent-soft); }
.says { display: block; font-weight: 400; color: var(--faint); font-size: .84rem; max-width: 30rem; }
.track { min-width: 11rem; }
.bar { position: relative; display: block; height: .55rem; margin-top: .45rem; background: var(--line); border-radius: 3px; }
.bar i { position: absolute; top: 0; bottom: 0; background: var(--accent); opacity: .35; border-radius: 3px; }
.bar b { position: absolute; top: -.2rem; bottom: -.2rem; width: 3px; margin-left: -1px; background: var(--accent); }
.plots { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: 1rem; }
figure { margin: 0; flex: 1 1 24rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; }
figure { padding: .8rem; }
figure svg { display: block; width: 100%; height: auto; max-width: 40rem; }
figcaption { font-size: .88rem; margin-top: .4rem; }
td.cell { text-align: center; }
.misses > summary { cursor: pointer; font-weight: 600; padding: .5rem 0; }
.miss { background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; margin: .7rem 0; }
.miss h4 { margin: 0 0 .2rem; font-size: 1.05rem; }
.miss dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .15rem .8rem; margin: .5rem 0 0; }
.miss dt { color: var(--faint); font-size: .88rem; padding-top: .1rem; }
.miss dd { margin: 0; }
blockquote { margin: 0 0 .45rem; padding-left: .7rem; border-left: 3px solid var(--line); white-space: pre-line; }
blockquote.hit { border-left-color: var(--accent); }
blockquote.hit span { background: var(--marker); color: var(--marker-ink); }
blockquote small { display: block; color: var(--faint); font-family: system-ui, sans-serif; }
.better { color: var(--accent); } .worse { color: var(--wrong); }
.measures th:first-child { min-width: 15rem; }
@media (max-width: 58rem) { .measures .track, .measures thead th:nth-child(3) { display: none; } }
@media (max-width: 40rem) {
  .measures :is(td, thead th):nth-child(6) { display: none; }
  .measures th:first-child { min-width: 8rem; } th:first-child, td:first-child { min-width: 8rem; }
  th, td { padding: .34rem .3rem; } .wide { padding: .4rem .5rem; } body { padding: 1.5rem .9rem 3rem; }
  .miss dl { grid-template-columns: 1fr; } h1 { font-size: 1.8rem; }
}
"""
