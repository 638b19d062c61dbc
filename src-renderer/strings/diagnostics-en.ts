export const diagnosticsEn = {
  'diagnostics.title': 'Diagnostics',
  'diagnostics.lead':
    'For whoever helps you with a problem: how Isnad runs on this computer. No text of your documents is in it, no names and no paths, and nothing of it is sent anywhere.',
  'diagnostics.text': 'Diagnostics',
  'diagnostics.reading': 'Collecting…',
  'diagnostics.copy': 'Copy diagnostics',
  'diagnostics.copied': 'Copied',
  'diagnostics.not-copied': 'It could not be copied; select the text and copy it yourself.',
  'diagnostics.reports': 'Crash reports',
  'diagnostics.no-reports': 'No reports: nothing has crashed.',
  'diagnostics.reports-hint': 'Files on this computer alone; read and delete them as you like.',
  'diagnostics.delete': 'Delete the report {{name}}',

  'fault.notice':
    'Something went wrong that Isnad did not expect. A report of it was written on this computer alone.',
  'fault.page-lost':
    'The page stopped and was opened again. Everything that was shown as saved is here as it was.',
  'fault.title': 'This screen cannot be shown',
  'fault.lead': 'The fault is in the program, not in your files.',
  'fault.saved': 'All of your work is saved on the disk.',
  'fault.saved-at': 'All of your work is saved on the disk, the last of it at {{time}}.',
  'fault.saving': 'Saving what you did last…',
  'fault.unsaved': 'What you did last is not saved yet: {{why}}',
  'fault.reload': 'Open the screen again',
  'fault.retry': 'Try to save again',
  'fault.diagnostics': 'Diagnostics',
} as const
