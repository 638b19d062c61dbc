import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { boardOf } from '../../../annotations/across/board.ts'
import { boardHtml } from '../../../annotations/across/board-html.ts'
import { lineOf } from '../../../annotations/across/line.ts'
import { networkOf } from '../../../annotations/across/network.ts'
import { gexf, graphml } from '../../../annotations/across/network-xml.ts'
import { boardCsv, networkCsv } from '../../../annotations/across/tables.ts'
import { corpus, proposition, said } from './make.ts'

const hostile = '=HYPERLINK("x")<script>&"\u0001'

const nasty = () => {
  const all = [
    said({ who: hostile, proposition: 'p', quote: hostile, outlet: hostile }),
    said({ who: 'وزير', proposition: 'p', side: 'against' }),
  ]
  return corpus(all, [{ ...proposition('p', '1'), text: { ar: hostile } }])
}

test('what is written out is inert: formulas are text, markup is escaped, no script is on the page', () => {
  const board = boardOf(nasty(), {}, { by: 'actor', end: 'inner' })
  expect(boardCsv(board)).toContain(`"'=HYPERLINK(""x"")`)
  const page = boardHtml({
    title: hostile,
    board,
    lines: new Map([['p:p', nasty().statements.map(one => lineOf(nasty(), one))]]),
    language: 'ar',
    names: { stances: {}, kinds: {} },
    day: iso => iso,
  })
  expect(page).not.toMatch(/<script/i)
  expect(page).toContain('&lt;script&gt;')
  const network = networkOf(
    nasty(),
    {},
    {
      ...{ kind: 'affiliation', end: 'inner', normalise: 'none' },
      ...{ least: 0, unnamed: false, uncoded: true },
    },
  )
  expect(networkCsv(network)).toContain(`"'=HYPERLINK`)
  for (const xml of [graphml(network), gexf(network)]) {
    expect(xml).not.toMatch(/<script/i)
    expect(xml).not.toContain('\u0001')
  }
})

function hasNetworkx(): boolean {
  try {
    execFileSync('python3', ['-c', 'import networkx'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('networkx reads the GraphML and the GEXF, and reckons the same betweenness', context => {
  if (!hasNetworkx()) return context.skip('python3-networkx is not installed')
  const all = ['p', 'q', 'r'].flatMap((id, at) =>
    ['وزير', 'نائب', 'ناطق', 'مراقب']
      .slice(at)
      .map((who, n) => said({ who, proposition: id, side: n % 2 === 0 ? 'for' : 'against' })),
  )
  const book = ['p', 'q', 'r'].map((id, at) => proposition(id, String(at + 1)))
  const network = networkOf(
    corpus(all, book),
    {},
    {
      ...{ kind: 'affiliation', end: 'inner', normalise: 'none' },
      ...{ least: 0, unnamed: false, uncoded: true },
    },
  )
  const folder = mkdtempSync(join(tmpdir(), 'isnad-network-'))
  try {
    writeFileSync(join(folder, 'n.graphml'), graphml(network))
    writeFileSync(join(folder, 'n.gexf'), gexf(network))
    const script = `
import json, sys, networkx as nx
g = nx.read_graphml(sys.argv[1] + '/n.graphml'); x = nx.read_gexf(sys.argv[1] + '/n.gexf')
assert set(g) == set(x) and g.number_of_edges() == x.number_of_edges()
b = nx.betweenness_centrality(g, normalized=False)
print(json.dumps([[k, b[k], g.degree(k), g.nodes[k]['label']] for k in sorted(g)]))`
    const read: [string, number, number, string][] = JSON.parse(
      execFileSync('python3', ['-c', script, folder]).toString(),
    )
    const ours = network.nodes.map(n => [n.key, n.betweenness, n.degree, n.name.ar] as const)
    expect(read.length).toBe(ours.length)
    for (const [key, between, degree, name] of read) {
      const own = ours.find(one => one[0] === key)
      expect([own?.[2], own?.[3]]).toEqual([degree, name])
      expect(own?.[1]).toBeCloseTo(between, 9)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
