import { saveSettings, useSession } from './session.ts'

export type PaneName = 'corpus' | 'inspector'

/** Show a size at once; it is kept when the hand lets go. */
export function showSize(name: PaneName, size: number) {
  useSession.setState(({ settings }) => ({
    settings: {
      ...settings,
      panes: { ...settings.panes, [name]: { ...settings.panes[name], size } },
    },
  }))
}

export function savePane(name: PaneName, patch: Partial<{ size: number; shown: boolean }>): void {
  const { panes } = useSession.getState().settings
  void saveSettings({ panes: { ...panes, [name]: { ...panes[name], ...patch } } })
}

export const togglePane = (name: PaneName) =>
  savePane(name, { shown: !useSession.getState().settings.panes[name].shown })
