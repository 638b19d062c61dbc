import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { inProcess } from './app.ts'
import { noSamples, type Samples, scroll } from './browser.ts'
import { measureApp } from './isnad-page.ts'
import { figure, median, most, p95 } from './measure.ts'
import { buildPeers, measurePeer, peers, servePeers } from './peers.ts'
import { content, writeProject, writeSet } from './project.ts'
import type { Part } from './report.ts'

const rounds = 5
/** A frame later than this was seen to be late: one was left out. */
const slow = 25

const article = content({ bytes: 1_000_000, annotations: 10_000 }, 1)
/** The earliest of the project, which the app opens on by itself. */
const small = content({ bytes: 5_000, annotations: 100 }, 50, '2024-09-01')
/** What else the project holds. */
const others = Array.from({ length: 19 }, (_, at) =>
  content({ bytes: 5_000, annotations: 100 }, 51 + at, '2024-09-30'),
)

function row(name: string, { open, added, work, frames }: Samples): string[] {
  const late = frames.filter(ms => ms > slow)
  return [
    name,
    figure(median(open)),
    figure(median(work.map(({ script }) => script))),
    figure(median(work.map(({ layout }) => layout))),
    figure(median(added.map(({ painted }) => painted))),
    `${figure((late.length / frames.length) * 100)} %`,
    `${figure(p95(frames))} / ${figure(most(frames))}`,
  ]
}

/** The one before the article in the list, with none of it read ahead on the first. */
const before = content({ bytes: 5_000, annotations: 100 }, 49, '2024-09-02')

/** A: opening a long article, adding to it and scrolling it, in the app and in what else there is. */
export async function measureOpen(
  root: string,
  bench: string,
  folder: string,
  executablePath: string | undefined,
): Promise<Part> {
  const project = join(folder, 'open')
  const userData = join(folder, 'user')
  await writeProject(project, [article, small, before, ...others])
  // The corpus list is made once in a project's life; it is no part of opening an article.
  await (await inProcess(folder, root))('project.open', { folder: project })
  const built = join(bench, 'build', 'peers')
  await buildPeers(join(bench, 'peers'), built)
  const server = await servePeers(built, article)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })

  const ours = noSamples()
  const theirs = peers.map(peer => ({ ...peer, samples: noSamples() }))
  const { text } = article.document
  for (let at = 1; at <= rounds; at++) {
    console.log(`  round ${at} of ${rounds}`)
    // The same words are marked each time.
    await writeSet(project, article)
    await measureApp(browser, { root, project, userData }, article, small, before, ours)
    for (const { id, samples } of theirs) await measurePeer(browser, server.url(id), text, samples)
  }
  const version = browser.version()
  await browser.close()
  server.close()

  const fastest = Math.min(...theirs.map(({ samples }) => median(samples.open)))
  const late = ours.frames.filter(ms => ms > slow).length
  const paragraphs = text.split('\n').length - 1
  return {
    id: 'open',
    title: 'A 1 MB article with 10,000 annotations: opening, adding one, scrolling',
    intro: `${Buffer.byteLength(text).toLocaleString('en')} bytes of Arabic in ${paragraphs.toLocaleString('en')} paragraphs, 10,000 spans of 3 to 80 characters, in one Chromium ${version} (1280 × 800, headless); medians of ${rounds} loads and ${ours.added.length} additions. Isnad is the app itself, served by a process that was started for each load: from the click in the corpus list to the frame after the one that shows highlights in every paragraph in view, reading files, checking, sending and parsing included. The article that follows the one on the screen is read ahead while that one is looked at, and its opening is measured, too. The others are bare pages with text and spans already in memory, from the call to the same kind of frame.`,
    columns: [
      '',
      'open ms',
      'add: script ms',
      'add: style + layout ms',
      'add: to paint ms',
      'slow frames',
      'frame p95 / max ms',
    ],
    rows: [
      row('**Isnad**, the whole app', ours),
      ...theirs.map(({ name, samples }) => row(name, samples)),
    ],
    ratios: [
      {
        name: 'fastest other ÷ Isnad, opening',
        value: fastest / median(ours.open),
        target: 5,
        better: 'higher',
      },
      {
        name: 'fastest other ÷ Isnad, opening the next in the list',
        value: fastest / median(ours.next),
        target: 5,
        better: 'higher',
      },
      {
        name: 'script of adding one in Isnad',
        value: median(ours.work.map(({ script }) => script)),
        target: 16,
        better: 'lower',
        unit: ' ms',
      },
      {
        name: `slow frames in ${scroll.seconds} s of scrolling Isnad`,
        value: (late / ours.frames.length) * 100,
        target: 0,
        better: 'lower',
        unit: ' %',
      },
    ],
    notes: [
      `Isnad opening the article that follows the one on the screen, which it has read ahead: ${figure(median(ours.next))} ms.`,
      `Of Isnad's script for adding one, ${figure(median(ours.added.map(({ handler }) => handler)))} ms are in the key's own handler.`,
      `Scrolling: ${scroll.seconds} s at ${scroll.speed.toLocaleString('en')} px/s, ${slow} ms and more between two frames is slow. Script, style and layout are counted in the browser's own trace, from the key (or the call) until the frame that shows the span has been painted.`,
      '@recogito/text-annotator is given a Range with every annotation, without which its CSS renderer draws nothing; it repaints late by design. v-annotator waits 500 ms by design before it draws, and runs in its faster mode (`graphemeMode` off).',
    ],
  }
}
