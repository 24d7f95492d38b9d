/**
 * The cuts of IBM Plex Sans a page is set in: the web app's own files, served with it. Where they are not to be had, as
 * on a page somebody keeps, the font that is named next takes their place.
 */
const CUTS = [
  ['Regular', 'normal', 400],
  ['Italic', 'italic', 400],
  ['SemiBold', 'normal', 600],
  ['Bold', 'normal', 700],
  ['BoldItalic', 'italic', 700],
] as const;

const FACES = CUTS.map(
  ([cut, style, weight]) =>
    `@font-face{font-family:"IBM Plex Sans";font-style:${style};font-weight:${weight};font-display:swap;src:url(/fonts/IBMPlexSans-${cut}.woff2) format("woff2")}`,
).join('');

/**
 * How a served page looks: calm, one column of text, tools at the edge. Sizes follow the reader's own. Font and colours
 * are those of the web app (libs/ui/src/styles/base.css and modes.css); apps/e2e/src/house/look.spec.ts keeps the two in step.
 */
export const STYLE = `${FACES}
*{box-sizing:border-box}
:root{--paper:#fff;--wash:#f5f7f8;--ink:#1a1f24;--ink-quiet:#4d565f;--rule:#d3d9de;--edge:#6f7983;--accent:#0b4a66;--accent-deep:#07354a;--focus:#0b4a66;--radius:4px}
@media (prefers-contrast:more){:root{--ink-quiet:#2b3238;--rule:#6f7983;--edge:#1a1f24}}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:var(--paper);font-family:"IBM Plex Sans",system-ui,sans-serif;line-height:1.6;overflow-wrap:break-word}
main,.bar{max-width:42rem;margin:0 auto;padding:0 1rem}
main:focus{outline:0}
.both main,.both .bar{max-width:80rem}
.bar{padding-top:1rem}
.skip{position:absolute;left:-100rem}
.skip:focus{position:static;display:inline-block;padding:.5rem}
h1,h2,h3,h4,h5{font-weight:600;line-height:1.25;margin:2rem 0 .5rem}
h1{font-size:1.9rem;margin-top:1rem;letter-spacing:-.01em;hyphens:auto}h2{font-size:1.45rem}h3{font-size:1.2rem}h4{font-size:1.05rem}h5{font-size:1rem}
p,ul,ol,dl,table,blockquote{margin:0 0 1rem}
li>p{margin-bottom:.25rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.18em}
a:hover{color:var(--accent-deep);text-decoration-thickness:2px}
a:focus-visible,button:focus-visible,input:focus-visible,.scroll:focus-visible,main:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.state{font-weight:600;border-left:.25rem solid var(--edge);padding:.25rem 0 .25rem .75rem}
.note{border-left:.25rem solid var(--edge);background:var(--wash);padding:.5rem .75rem}
blockquote{border-left:.25rem solid var(--edge);margin-left:0;padding-left:.75rem}
.steps,.views,.files{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.steps a,.views a,.files a{display:inline-block;padding:.45rem 0;min-height:2.45rem}
.mails{list-style:none;padding:0}.mails li{padding:.45rem 0;border-bottom:1px solid var(--rule)}
.contents{padding-left:1.5rem}.contents li{padding:.45rem 0}
.views [aria-current]{font-weight:600;display:inline-block;padding:.45rem 0}
dl.facts{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.25rem 1rem}
dl.facts dt{font-weight:600}dl.facts dd{margin:0;min-width:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding-bottom:.25rem}
th,td{border-bottom:1px solid var(--rule);padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top}
thead th{border-bottom-color:var(--edge)}
.num{text-align:right;font-variant-numeric:tabular-nums}
ins{text-decoration:underline;text-decoration-thickness:.12em}del{text-decoration:line-through}
.word{font:inherit;color:inherit;background:none;border:0;border-bottom:.1em dotted currentColor;padding:0;margin:0;cursor:help;text-align:left}
.means{max-width:24rem;padding:1rem;border:2px solid var(--edge);background:var(--paper);color:var(--ink);font-weight:400;font-size:1rem;font-style:normal}
.means:popover-open{inset:auto;margin:.3rem 0;position-area:block-end span-inline-end;position-try-fallbacks:flip-block,flip-inline}
@supports not (position-area:block-end){.means:popover-open{inset:0;margin:auto}}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.write{display:none}
.foot{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.5rem;color:var(--ink-quiet);font-size:.85rem}
@media (min-width:64rem){.side{display:grid;grid-template-columns:1fr 1fr;gap:3rem}.side>section{max-width:42rem}}
@media (max-width:30rem){body{hyphens:auto}h1{font-size:1.5rem}h2{font-size:1.3rem}dl.facts{display:block}dl.facts dd{margin-bottom:.5rem}table{font-size:.9rem}th,td{padding-right:.5rem}}
@media screen and (max-width:30rem){table,caption,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding:.5rem 0;border-bottom:1px solid var(--rule)}td,td.num{border:0;padding:.1rem 0;text-align:left}td::before{content:attr(data-label) ": ";color:var(--ink-quiet)}}
@media print{
html{font-size:11pt}body{background:none}
main,.bar,.both main,.both .bar{max-width:none;padding:0}
.skip,.steps,.views,.files,.screen{display:none}
.side{display:block}
h1,h2,h3,h4,h5,caption{break-after:avoid}li,tr,dd{break-inside:avoid}
a{color:inherit}
.word{border:0}
.means:not(:popover-open){display:inline;position:static;border:0;padding:0;margin:0;background:none;font-size:.85em;inset:auto}
.means:not(:popover-open)::before{content:" ("}.means:not(:popover-open)::after{content:")"}
.write{display:block;break-inside:avoid}.write hr{border:0;border-bottom:1px solid var(--edge);margin:0;height:.95cm}
.break{break-before:page}
}`.replaceAll('\n', '');
