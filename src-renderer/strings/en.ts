import { acrossEn } from './across-en.ts'
import { agreementEn } from './agreement-en.ts'
import { claimsEn } from './claims-en.ts'
import { corpusEn } from './corpus-en.ts'
import { datesEn } from './dates-en.ts'
import { deskEn } from './desk-en.ts'
import { diagnosticsEn } from './diagnostics-en.ts'
import { dialogsEn } from './dialogs-en.ts'
import { formatsEn } from './formats-en.ts'
import { importEn } from './import-en.ts'
import { peopleEn } from './people-en.ts'
import { recurringEn } from './recurring-en.ts'
import { registerEn } from './register-en.ts'
import { reviewEn } from './review-en.ts'
import { safetyEn } from './safety-en.ts'
import { schemeEn } from './scheme-en.ts'
import { searchEn } from './search-en.ts'
import { tourEn } from './tour-en.ts'

export const en = {
  ...dialogsEn,
  ...diagnosticsEn,
  ...acrossEn,
  ...agreementEn,
  ...deskEn,
  ...safetyEn,
  ...peopleEn,
  ...datesEn,
  ...corpusEn,
  ...formatsEn,
  ...schemeEn,
  ...tourEn,
  ...importEn,
  ...recurringEn,
  ...searchEn,
  ...claimsEn,
  ...registerEn,
  ...reviewEn,
  'app.name': 'Isnad',
  'app.starting': 'Starting…',
  'app.opening': 'Opening the project…',

  'annotator.first': 'First annotator',
  'annotator.gold': 'Gold set',

  'menu.new-project': 'New project…',
  'menu.open-project': 'Open a project…',
  'menu.welcome': 'All projects',
  'top.menu': 'Menu',
  'top.annotator': 'Annotator: {{name}}',
  'top.position': '{{at}} of {{total}}',

  'corpus.title': 'Documents',
  'corpus.filter': 'Filter documents…',
  'corpus.all': 'All',
  'corpus.untouched': 'Untouched',
  'corpus.in-progress': 'In progress',
  'corpus.submitted': 'Submitted',
  'corpus.none': 'No document matches “{{query}}”.',
  'corpus.none-of-kind': 'No documents here.',
  'corpus.clear': 'Clear the filter',
  'corpus.empty': 'This project has no documents yet.',
  'corpus.import': 'Import articles',
  'corpus.annotations_one': '{{n}} annotation',
  'corpus.annotations_other': '{{n}} annotations',

  'status.in-progress': 'In progress',
  'status.submitted': 'Submitted',
  'status.changes-requested': 'Changes requested',
  'status.approved': 'Approved',

  'labels.title': 'Labels',
  'labels.tag': 'Tag: {{label}}',

  'reader.title': 'Text of the article',
  'reader.loading': 'Opening the article…',
  'reader.none': 'Choose a document from the list.',
  'reader.empty-title': 'Nothing to read yet',
  'reader.empty':
    'Import articles (.txt, .html, .docx), a table of them (.csv, .jsonl) or a folder; drop them here, or paste one. They are copied into the project and never changed.',
  'reader.by': 'By {{author}}',
  'reader.metadata': 'Edit details',
  'reader.lost_one':
    '{{n}} annotation of the file does not fit the text and is not shown; it stays in the file.',
  'reader.lost_other':
    '{{n}} annotations of the file do not fit the text and are not shown; they stay in the file.',
  'reader.untouched-hint':
    'Drag over words, or move with the arrows and hold Shift; then press a label’s key.',

  'notes.title': 'Claims in the margin',
  'notes.no-source': 'no source',

  'at-hand.edit': 'Edit',
  'at-hand.link': 'Link',
  'card.links': 'Linked to',

  'inspector.title': 'Annotations',
  'inspector.current': 'Current',
  'inspector.none': 'Nothing at hand',
  'inspector.none-hint': 'Click an annotation, or press Tab in the text to go to the next one.',
  'inspector.none-of-label': 'No annotation “{{label}}” yet. Select words and press its key.',
  'inspector.content': 'Content',
  'inspector.label': 'Label',
  'inspector.attributes': 'Attributes',
  'inspector.remove': 'Delete',
  'inspector.take': 'Use the selection',
  'inspector.missing': 'to be filled in',
  'inspector.clear': 'Clear',
  'inspector.linked-from': 'Linked from',
  'inspector.add-link': 'Add: {{type}}',
  'inspector.pick': 'Pick in the text',
  'inspector.unlink': 'Remove the link to “{{quote}}”',
  'inspector.outer': 'Move outwards',
  'inspector.inner': 'Move inwards',
  'inspector.list': 'List of: {{label}}',

  'date.type': 'Type',
  'date.DATE': 'Date',
  'date.TIME': 'Time',
  'date.DURATION': 'Duration',
  'date.SET': 'Recurring',
  'date.value': 'Value (ISO / TIMEX3)',
  'date.value-hint': '2024-09-23, 2024-09, 2024, 2024-W38, P2D…',
  'date.mod': 'Part or bound',
  'date.mod.none': 'exactly',
  'date.mod.BEFORE': 'before',
  'date.mod.AFTER': 'after',
  'date.mod.ON_OR_BEFORE': 'by',
  'date.mod.ON_OR_AFTER': 'from',
  'date.mod.LESS_THAN': 'less than',
  'date.mod.MORE_THAN': 'more than',
  'date.mod.EQUAL_OR_LESS': 'at most',
  'date.mod.EQUAL_OR_MORE': 'at least',
  'date.mod.START': 'start of',
  'date.mod.MID': 'middle of',
  'date.mod.END': 'end of',
  'date.mod.APPROX': 'about',
  'date.calendar': 'Calendar in the text',
  'date.gregorian': 'Gregorian',
  'date.islamic-umalqura': 'Hijri',
  'date.persian': 'Persian',

  'actor.register': 'Search or name a new entry…',
  'actor.new': 'New entry: {{name}}',

  plain: '{{value}}',
  yes: 'Yes',
  no: 'No',

  'save.saved': 'Saved',
  'save.changed': 'Not saved yet',
  'save.saving': 'Saving…',
  'save.failed': 'Not saved',
  'save.conflict': 'Saved elsewhere',
  'save.retry': 'Try again',
  'save.keep-both': 'Load theirs, keep my changes on top',
  'save.take-stored': 'Drop my unsaved changes',
  'save.at': 'saved {{time}}',

  'bar.place': 'Paragraph {{paragraph}} · character {{offset}}',
  'bar.keys': 'Keys',
  'bar.reopen': 'Back to work',
  'bar.next': 'Next document',
  'bar.selection_one': '{{n}} character selected',
  'bar.selection_other': '{{n}} characters selected',

  'keys.annotate': 'Annotating',
  'keys.move': 'Moving',
  'keys.documents': 'Documents',
  'keys.app': 'Everywhere',

  'said.tagged': '“{{quote}}” tagged {{label}}',
  'said.removed': '“{{quote}}”: annotation deleted',
  'said.adjusted': 'Now “{{quote}}”',
  'said.linked': 'Linked to “{{quote}}” as {{type}}',
  'said.linking': 'Choose what to link to',
  'said.cannot-link': 'These cannot be linked',
  'said.nothing-to-tag': 'No words here to tag',
  'said.at': '{{label}}: “{{quote}}”',
  'said.submitted': 'Handed in',
  'said.reopened': 'Back in progress',
  'said.undone': 'Undone',
  'said.redone': 'Redone',
  'said.undone-in': 'Undone in “{{title}}”',
  'said.redone-in': 'Redone in “{{title}}”',

  'failure.dismiss': 'Dismiss',
} as const
