import { parseDay } from '../dates/calendar-date.ts'
import { calendars, dateModifiers, dateTypes, timexValue } from '../dates/timex.ts'
import { type Annotation, attributeName, idPattern } from './annotation.ts'
import { deciders } from './date-value.ts'
import type { Relation } from './relation.ts'

type Raw = Record<string, unknown>

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Has `value` these keys and no others? */
function hasKeys(value: Raw, keys: readonly string[]): boolean {
  let count = 0
  for (const key in value) {
    if (!keys.includes(key)) return false
    count++
  }
  return count === keys.length
}

const spanKeys = ['start', 'end', 'quote']
function isSpan(value: unknown): boolean {
  if (!isObject(value) || !hasKeys(value, spanKeys)) return false
  const { start, end, quote } = value
  return (
    isText(quote) &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    (start as number) >= 0 &&
    (end as number) - (start as number) === quote.length
  )
}

const oneOf = (known: readonly string[], value: unknown) => isText(value) && known.includes(value)

const dateKeys = ['type', 'value', 'mod', 'edtf', 'calendar', 'anchor', 'rule', 'decided']
function isDate(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) if (!dateKeys.includes(key)) return false
  const { type, value: timex, mod, edtf, calendar, anchor, rule, decided } = value
  return (
    oneOf(dateTypes, type) &&
    isText(timex) &&
    timexValue.test(timex) &&
    (mod === undefined || oneOf(dateModifiers, mod)) &&
    (edtf === undefined || isText(edtf)) &&
    oneOf(calendars, calendar) &&
    (anchor === undefined || (isText(anchor) && parseDay(anchor) !== undefined)) &&
    (rule === undefined || isText(rule)) &&
    (decided === undefined || oneOf(deciders, decided))
  )
}

const relationKeys = ['id', 'type', 'from', 'to', 'order', 'attributes']
function isRelation(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) if (!relationKeys.includes(key)) return false
  const { id, type, from, to, order, attributes } = value
  return (
    isText(id) &&
    idPattern.test(id) &&
    isText(type) &&
    isText(from) &&
    idPattern.test(from) &&
    isText(to) &&
    idPattern.test(to) &&
    (order === undefined || (Number.isSafeInteger(order) && (order as number) > 0)) &&
    (attributes === undefined || areAttributes(attributes))
  )
}
/** As `arePlainAnnotations`, for relations. */
export const arePlainRelations = (value: unknown): value is Relation[] =>
  Array.isArray(value) && value.every(isRelation)

function areAttributes(value: unknown): boolean {
  if (!isObject(value) || Array.isArray(value)) return false
  for (const key in value) {
    const attribute = value[key]
    if (!attributeName.test(key)) return false
    if (typeof attribute === 'string' || typeof attribute === 'boolean') continue
    if (typeof attribute === 'number' && Number.isFinite(attribute)) continue
    if (!isDate(attribute)) return false
  }
  return true
}

const annotationKeys = ['id', 'label', 'spans', 'attributes']
const isForm = (value: unknown) =>
  isObject(value) &&
  hasKeys(value, ['normalised', 'clitics']) &&
  isText(value.normalised) &&
  isText(value.clitics)

function isAnnotation(value: unknown): boolean {
  if (!isObject(value)) return false
  const { rule, form } = value
  const optional = [
    ...(rule === undefined ? [] : ['rule']),
    ...(form === undefined ? [] : ['form']),
  ]
  if (!hasKeys(value, optional.length === 0 ? annotationKeys : [...annotationKeys, ...optional]))
    return false
  return (
    (form === undefined || isForm(form)) &&
    (rule === undefined || isText(rule)) &&
    isText(value.id) &&
    idPattern.test(value.id) &&
    isText(value.label) &&
    Array.isArray(value.spans) &&
    value.spans.length > 0 &&
    value.spans.every(isSpan) &&
    areAttributes(value.attributes)
  )
}

/**
 * Are these annotations, as they are nearly always written? A yes is the schema's own yes, at a tenth of its cost, and
 * there are a hundred thousand of them; a no says nothing: then the schema is asked, and says what is wrong.
 */
export function arePlainAnnotations(value: unknown): value is Annotation[] {
  return Array.isArray(value) && value.every(isAnnotation)
}
