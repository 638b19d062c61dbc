/** What is said of locks, earlier versions and files that others change. */
export const safetyEn = {
  'named.what':
    'You annotate here as “{{name}}”. Your annotations are kept under this name, and your colleagues see it.',
  'named.keep': 'That is my name',
  'named.other': 'Another name…',
  'held.what':
    'Read only: “{{annotator}}” is writing in another window or on the machine “{{host}}”, since {{since}}.',
  'held.wait':
    'You can write here once that window is closed. To work now, choose another annotator.',
  'held.choose': 'Choose an annotator…',
  'held.read-only': 'Read only for now: your annotations are open for writing elsewhere.',
  'held.over': 'You can write now.',
  'held.settled_one': 'After a sudden stop, what had not been written of one set was brought back.',
  'held.settled_other':
    'After a sudden stop, what had not been written of {{n}} sets was brought back.',
  'others.read-again': 'This set has changed on the disk and was read again.',
  'shrunk.what':
    'Most annotations of “{{annotator}}” on “{{title}}” are gone: {{now}} of {{was}} are left. What there was is kept aside.',
  'shrunk.show': 'Show earlier versions…',
  'shrunk.dismiss': 'That is right',
  'broken.good_one': 'The newest good version is of {{time}}, with one annotation.',
  'broken.good_other': 'The newest good version is of {{time}}, with {{n}} annotations.',
  'broken.none': 'No earlier version of this file is known.',
  'broken.recover': 'Set the file aside and bring it back',
  'broken.afresh': 'Set the file aside and begin anew',
  'versions.title': 'Earlier versions',
  'versions.lead':
    'Versions of your annotations on this document that were kept. Going back to one is a step like any other: it can be undone.',
  'versions.none': 'No versions yet. One is kept whenever work rests for a moment.',
  'versions.loading': 'Reading versions…',
  'versions.aside': 'before much was removed',
  'versions.count_one': 'one annotation',
  'versions.count_other': '{{n}} annotations',
  'versions.same': 'This is how things stand now.',
  'versions.brings': 'Comes back: {{n}}',
  'versions.takes': 'Goes away: {{n}}',
  'versions.alters': 'Changes: {{n}}',
  'versions.relations': 'Relations that change: {{n}}',
  'versions.restore': 'Go back to this version',
  'versions.restored': 'Back to the version of {{time}}. This can be undone.',
}
