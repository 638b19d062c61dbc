/** Where the keyboard goes in a field: to its first control, and in a group of choices to the one that is made. */
export function firstControl(field: Element | null): HTMLElement | null {
  const first = field?.querySelector<HTMLElement>('input, button') ?? null
  const made = first?.closest('[role=radiogroup]')?.querySelector<HTMLElement>('input:checked')
  return made ?? first
}
