import type { Joined, Told } from './sets.ts'

/**
 * The sixteen cases of INCEpTION's merge suite (`testsuite/*Test`, two users and what its curator has after merging what
 * they agree on; commit 330b6c1), in our own notation: values of a layer are labels, as our reader of WebAnno TSV has
 * them. `ours` is given where Isnad decides otherwise; docs/decisions/0012-adjudication.md says why.
 */
type Case = {
  name: string
  text: string
  one: [Told[], Joined[]?]
  two: [Told[], Joined[]?]
  theirs: [Told[], Joined[]?]
  ours?: [Told[], Joined[]?]
}

const simple = 'This is a simple sentence to be executed .'

const finish =
  'Mourinho admitted a top four finish for Champions League qualification would now be tough .'

const tale = 'A tale of 3 kinds of annotations .'
const league = 'Champions League'

const many = (words: string, ...features: [string, string][]): Told[] =>
  features.map(([f1, f2]) => ['multivalspan', words, { f1, f2 }])

const stackedTale: Told[] = [
  ...many('tale', ['A', 'B'], ['B', 'C'], ['A', 'C']),
  ...many('kinds', ['C', 'D']),
]

const governed: [Told[], Joined[]] = [
  [
    ...many('tale', ['A', 'B']),
    ...many('kinds', ['C', 'D'], ['C', 'D']),
    ...many('annotations', ['E', 'F']),
  ],
  [
    ['x-y', 0, 1],
    ['w-z', 1, 3],
  ],
]

const words: Told[] = [
  ['vvfin', 'beklagen'],
  ['prf', 'sich'],
  ['pis', 'viele'],
]

export const cases: Case[] = [
  {
    name: 'multipleStackedAnnotationsAreNotMerged',
    text: finish,
    one: [
      [
        ['org', league],
        ['orgpart', league],
      ],
    ],
    two: [
      [
        ['org', league],
        ['org', league],
        ['orgpart', league],
      ],
    ],
    theirs: [[]],
  },
  {
    name: 'relStacked',
    text: tale,
    one: [
      stackedTale,
      [
        ['r1', 2, 3],
        ['r2', 2, 3],
      ],
    ],
    two: [
      [...many('tale', ['A', 'B'], ['A', 'C'], ['B', 'C']), ...many('kinds', ['C', 'D'])],
      [
        ['r2', 1, 3],
        ['r1', 0, 3],
        ['r3', 2, 3],
      ],
    ],
    theirs: [many('kinds', ['C', 'D'])],
    ours: [stackedTale],
  },
  {
    name: 'relationLabel',
    text: 'Heutzutage beklagen sich viele',
    one: [
      words,
      [
        ['obja', 0, 1],
        ['subj', 0, 2],
      ],
    ],
    two: [
      words,
      [
        ['xxx', 0, 1],
        ['subj', 0, 2],
      ],
    ],
    theirs: [words, [['subj', 0, 2]]],
  },
  {
    name: 'simpleRelGovDiff',
    text: simple,
    one: [
      [
        ['vafin', 'is'],
        ['nn', 'sentence'],
      ],
      [['obja', 0, 1]],
    ],
    two: [
      [
        ['vafin', 'is'],
        ['ne', 'sentence'],
      ],
      [['obja', 0, 1]],
    ],
    theirs: [[['vafin', 'is']]],
  },
  {
    name: 'simpleRelGovStacked',
    text: tale,
    one: governed,
    two: governed,
    theirs: [[...many('tale', ['A', 'B']), ...many('annotations', ['E', 'F'])]],
    ours: governed,
  },
  ...(
    [
      ['simpleRelNoDiff', 'obja', [['obja', 0, 1]]],
      ['simpleRelTypeDiff', 'objb', []],
    ] as [string, string, Joined[]][]
  ).map(([name, type, joined]): Case => {
    const said: Told[] = [
      ['vafin', 'is'],
      ['nn', 'sentence'],
    ]
    return {
      name,
      text: simple,
      one: [said, [['obja', 0, 1]]],
      two: [said, [[type, 0, 1]]],
      theirs: [said, joined],
    }
  }),
  {
    name: 'simpleSpanDiffIncomplete',
    text: simple,
    one: [[['ne', 'sentence']]],
    two: [[['ne', 'to']]],
    theirs: [[]],
  },
  {
    name: 'simpleSpanDiffMultiFeature',
    text: finish,
    one: [[['namedentity', 'admitted', { identifier: 'A', value: 'false' }]]],
    two: [[['namedentity', 'admitted', { identifier: 'B', value: 'false' }]]],
    theirs: [[]],
  },
  {
    name: 'simpleSpanDiffNoLabel',
    text: simple,
    one: [[['pos', 'sentence']]],
    two: [[]],
    theirs: [[]],
  },
  {
    name: 'simpleSpanDiffWithLabelStacking2',
    text: finish,
    one: [
      [
        ['org', league],
        ['orgpart', league],
      ],
    ],
    two: [
      [
        ['org', league],
        ['org', league],
      ],
    ],
    theirs: [[]],
  },
  {
    name: 'simpleSpanDiffWithLabelStacking',
    text: finish,
    one: [
      [
        ['org', league],
        ['org', league],
      ],
    ],
    two: [
      [
        ['org', league],
        ['org', league],
      ],
    ],
    theirs: [[]],
    ours: [
      [
        ['org', league],
        ['org', league],
      ],
    ],
  },
  {
    name: 'simpleSpanDiffWithLabel',
    text: simple,
    one: [[['nn', 'sentence']]],
    two: [[['ne', 'sentence']]],
    theirs: [[]],
  },
  {
    name: 'simpleSpanNoDiffMultiFeature',
    text: finish,
    one: [[['namedentity', 'admitted', { identifier: 'A', value: 'false' }]]],
    two: [[['namedentity', 'admitted', { identifier: 'A', value: 'false' }]]],
    theirs: [[['namedentity', 'admitted', { identifier: 'A', value: 'false' }]]],
  },
  ...['pos', 'nn'].map(
    (label): Case => ({
      name: `simpleSpanNoDiff${label === 'nn' ? 'With' : 'No'}Label`,
      text: simple,
      one: [[[label, 'sentence']]],
      two: [[[label, 'sentence']]],
      theirs: [[[label, 'sentence']]],
    }),
  ),
]
