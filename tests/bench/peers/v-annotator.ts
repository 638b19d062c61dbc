import * as exported from 'v-annotator'
import 'v-annotator/dist/v-annotator.css'
import Vue from 'vue'
import { colours, type Mark, type Peer } from '../peer.ts'

/** A line of its text as it leaves it on the SVG element that shows it. */
type TextLine = { startOffset: number }

// CommonJS with a `default`: bundlers disagree on where that lands.
type Component = Parameters<Vue.CreateElement>[0]
type Module = { default: Component | { default: Component } }
const { default: found } = exported as unknown as Module
const VAnnotator = (
  found && typeof found === 'object' && 'default' in found ? found.default : found
) as Component

const labels = Object.keys(colours)

// The same arrays at every rendering: what has not changed must not look as if it had.
const entityLabels = labels.map((text, at) => ({ id: at + 1, text, color: colours[text] }))
const none: never[] = []

/** doccano's editor: SVG lines, virtualised, in its faster mode (offsets by UTF-16 units, not graphemes). */
export function vAnnotator(): Peer {
  const state = Vue.observable({ text: '', entities: [] as object[] })
  let count = 0

  const entityOf = ({ label, start, end }: Mark) => ({
    id: ++count,
    user: 1,
    label: labels.indexOf(label) + 1,
    startOffset: start,
    endOffset: end,
  })

  // Its lines know nothing of ids: what is drawn is told by how many entity lines are on the page.
  let before = 0
  const lines = () => document.querySelectorAll('svg line[stroke-linecap="round"]').length

  return {
    open(text, marks) {
      // As doccano hands them over: frozen, so that Vue does not watch ten thousand objects.
      state.text = text
      state.entities = Object.freeze(marks.map(entityOf)) as object[]
      const host = document.createElement('div')
      document.querySelector('main')?.replaceChildren(host)
      new Vue({
        render: h =>
          h(VAnnotator, {
            props: {
              text: state.text,
              entities: state.entities,
              entityLabels,
              relations: none,
              relationLabels: none,
              rtl: true,
              allowOverlapping: true,
              graphemeMode: false,
            },
          }),
      }).$mount(host)
    },
    drawn: () => lines() > 0,
    add(mark) {
      before = lines()
      state.entities = Object.freeze([...state.entities, entityOf(mark)]) as object[]
    },
    added: () => lines() > before,
    offsetInView() {
      for (const text of document.querySelectorAll('svg text')) {
        const { top, height } = text.getBoundingClientRect()
        const { annotatorElement: line } = text as unknown as { annotatorElement?: TextLine }
        if (line && height > 0 && top > innerHeight / 2) return line.startOffset
      }
      throw new Error('no line in the lower half of the window')
    },
  }
}
