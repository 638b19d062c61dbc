export const dialogsEn = {
  'dialog.close': 'Close',
  'progress.of': '{{done}} of {{total}}',
} as const
