export const tourEn = {
  'welcome.tour': 'A tour in five steps',
  'welcome.tour-hint': 'It opens on the sample project.',
  'command.tour': 'A tour in five steps',
  'tour.title': 'A tour of Isnad',
  'tour.step': 'Step {{at}} of {{total}}',
  'tour.next': 'Next',
  'tour.back': 'Back',
  'tour.end': 'End the tour',
  'tour.documents-title': 'The documents',
  'tour.documents':
    'The project’s articles. Type to filter them (hamza and vowel marks do not matter), sort and group them, select several to change them together. Click one to open it.',
  'tour.text-title': 'The article',
  'tour.text':
    'Select words by dragging, or move with the arrows and Shift. The text never changes; annotations are painted over it.',
  'tour.labels-title': 'The labels',
  'tour.labels':
    'Press a label’s key to tag what is selected: an actor, a date, a claim, a cue. Rest on a label to read its guideline.',
  'tour.details-title': 'What is known of an annotation',
  'tour.details':
    'Here are the attributes of the current annotation, its label’s guideline, and a claim’s chain of sources from the outermost to the speaker. Enter in the text leads here, Esc leads back.',
  'tour.onwards-title': 'And then',
  'tour.onwards':
    'Everything is saved by itself. This menu has the label scheme, the corpus dashboard, the export, and all keys. Import your articles and begin.',
} as const
