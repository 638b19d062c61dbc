export const dialogsAr = {
  'dialog.close': 'أغلق',
  'progress.of': '{{done}} من {{total}}',
} as const
