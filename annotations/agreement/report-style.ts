/** The look of an exported report: paper, ink, and room to print. */
export const reportStyle = `
:root { color-scheme: light; --paper: #faf8f3; --ink: #1f1d18; --quiet: #6d685c; --rule: #ddd6c8; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 'IBM Plex Sans Arabic', 'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif; }
main { max-inline-size: 72rem; margin-inline: auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.6rem; margin-block: 0 .25rem; }
h2 { font-size: 1.15rem; margin-block: 2.5rem .75rem; border-block-end: 1px solid var(--rule); padding-block-end: .25rem; }
table { border-collapse: collapse; margin-block: .5rem 1rem; font-size: .92rem; }
caption { text-align: start; color: var(--quiet); padding-block: .25rem; }
th, td { padding: .3rem .6rem; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--rule); }
thead th { font-weight: 600; color: var(--quiet); font-size: .82rem; }
tbody th { font-weight: 600; }
td .n { font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { overflow-x: auto; }
.grid td { text-align: center; }
.off { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--rule) 4px 5px); }
.same { background: color-mix(in srgb, #0b6e63 var(--share), var(--paper)); }
.other { background: color-mix(in srgb, #a8325e var(--share), var(--paper)); }
.say { max-inline-size: 34rem; }
em { color: #9a5200; font-style: normal; }
svg line { stroke: var(--rule); } svg rect { fill: #b9b2e2; } svg circle { fill: #4a3fb5; }
blockquote { margin: 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--rule); font-family: 'Noto Naskh Arabic', 'Amiri', serif; font-size: 1.05rem; }
.passages > li { margin-block: 1rem; } .passages p { margin-block: .25rem; color: var(--quiet); }
code { color: var(--quiet); font-size: .8em; }
@media print { body { background: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`
