import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../annotations/api/failure-text.ts'

const words = {
  ar: {
    edit: 'تحرير',
    undo: 'تراجع',
    redo: 'إعادة',
    cut: 'قص',
    copy: 'نسخ',
    paste: 'لصق',
    selectAll: 'تحديد الكل',
    view: 'عرض',
    actualSize: 'الحجم الأصلي',
    zoomIn: 'تكبير',
    zoomOut: 'تصغير',
    fullScreen: 'ملء الشاشة',
    developer: 'أدوات المطوّر',
    window: 'نافذة',
    minimize: 'تصغير النافذة',
    close: 'إغلاق',
    about: 'حول إسناد',
    hide: 'إخفاء إسناد',
    quit: 'إنهاء إسناد',
  },
  en: {
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    developer: 'Developer Tools',
    window: 'Window',
    minimize: 'Minimize',
    close: 'Close',
    about: 'About Isnad',
    hide: 'Hide Isnad',
    quit: 'Quit Isnad',
  },
}

/** Small on purpose: nothing here reloads the page or leaves it. */
export function setMenu(language: Language): void {
  const word = words[language]
  const mac = process.platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  // macOS gives its text fields no undo without these; elsewhere they would only take the keys of our own undo.
  const undo: MenuItemConstructorOptions[] = [
    { role: 'undo', label: word.undo },
    { role: 'redo', label: word.redo },
    separator,
  ]
  const ofTheApp: MenuItemConstructorOptions = {
    label: app.name,
    submenu: [
      { role: 'about', label: word.about },
      separator,
      { role: 'hide', label: word.hide },
      separator,
      { role: 'quit', label: word.quit },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: word.edit,
    submenu: [
      ...(mac ? undo : []),
      { role: 'cut', label: word.cut },
      { role: 'copy', label: word.copy },
      { role: 'paste', label: word.paste },
      { role: 'selectAll', label: word.selectAll },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: word.view,
    submenu: [
      { role: 'resetZoom', label: word.actualSize },
      { role: 'zoomIn', label: word.zoomIn },
      { role: 'zoomOut', label: word.zoomOut },
      separator,
      { role: 'togglefullscreen', label: word.fullScreen },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const, label: word.developer }]),
    ],
  }
  const window: MenuItemConstructorOptions = {
    label: word.window,
    submenu: [
      { role: 'minimize', label: word.minimize },
      { role: 'close', label: word.close },
      ...(mac ? [] : [separator, { role: 'quit' as const, label: word.quit }]),
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(mac ? [ofTheApp, edit, view, window] : [edit, view, window]),
  )
}
