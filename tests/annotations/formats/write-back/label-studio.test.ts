import { expect, test } from 'vitest'
import { back, json, text } from './back.ts'

test('Label Studio: controls, scores, predictions and whatever else a task has come back under their own names', () => {
  const value = { start: 2, end: 7, text: 'أعلنت' }
  const region = (id: string, label: string, more: object) => ({
    ...{ id, from_name: 'spans', to_name: 'article', type: 'labels', ...more },
    value: { ...value, labels: [label] },
  })
  const control = {
    ...{ id: 'r1', from_name: 'certainty', to_name: 'article', type: 'choices' },
    value: { ...value, choices: ['high', 'checked'] },
  }
  const stars = {
    ...{ id: 'r1', from_name: 'stars', to_name: 'article', type: 'rating' },
    value: { ...value, rating: 4 },
  }
  const whole = {
    ...{ id: 'd1', from_name: 'topic', to_name: 'article', type: 'choices' },
    value: { choices: ['border'] },
  }
  const task = {
    id: 31,
    data: { text, shelf: 7 },
    meta: { batch: 'b' },
    project: 4,
    annotations: [
      {
        ...{ id: 9, completed_by: 2, lead_time: 3.5, ground_truth: true },
        result: [region('r1', 'cue', { origin: 'manual', score: 0.4 }), control, stars, whole],
      },
    ],
    predictions: [
      { model_version: 'm-2', score: 0.7, result: [region('p1', 'cue', { score: 0.6 })] },
    ],
  }
  const { outs } = back('label-studio', JSON.stringify([task]))
  const written = json(outs)
  expect(written).toMatchObject({ id: 31, data: task.data, project: 4, meta: task.meta })
  expect(written.annotations).toHaveLength(1)
  expect(written.annotations[0]).toMatchObject({ id: 9, completed_by: 2, ground_truth: true })
  expect(written.annotations[0].result).toEqual(task.annotations[0]?.result)
  expect(written.predictions).toMatchObject(task.predictions)
})

test('Label Studio: a value that was changed stands in the control it came from', () => {
  const value = { start: 2, end: 7, text: 'أعلنت' }
  const result = [
    {
      id: 'r1',
      from_name: 's',
      to_name: 't',
      type: 'labels',
      value: { ...value, labels: ['Seen'] },
    },
    {
      id: 'r1',
      from_name: 'How Sure',
      to_name: 't',
      type: 'choices',
      value: { ...value, choices: ['low'] },
    },
  ]
  const { outs } = back(
    'label-studio',
    JSON.stringify([{ data: { text }, annotations: [{ result }] }]),
    {
      change: one => ({ ...one, attributes: { 'how-sure': 'high' } }),
    },
  )
  expect(json(outs).annotations[0].result[1]).toEqual({
    ...result[1],
    value: { ...value, choices: ['high'] },
  })
})

test('Label Studio: a page keeps its XPaths as long as nobody moves the region', () => {
  const value = {
    ...{ start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 2, endOffset: 7 },
    ...{ globalOffsets: { start: 2, end: 7 }, text: 'أعلنت', htmllabels: ['cue'] },
  }
  const result = [{ id: 'r1', from_name: 's', to_name: 't', type: 'hypertextlabels', value }]
  const file = JSON.stringify([{ data: { text }, annotations: [{ result }] }])
  const { outs, problems } = back('label-studio', file)
  expect(problems).toEqual([])
  expect(json(outs).annotations[0].result).toEqual(result)
  const moved = back('label-studio', file, {
    change: one => ({ ...one, spans: [{ start: 9, end: 16, quote: 'الوزارة' }] }),
  })
  expect(json(moved.outs).annotations[0].result[0].value).toMatchObject({ start: 8, end: 15 })
})
