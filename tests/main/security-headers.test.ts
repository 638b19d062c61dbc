import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { reactAriaStyle, securityHeaders } from '../../src-main/shells/security-headers.ts'

test('the one style let through is what the installed react-aria puts in', () => {
  const file = '../../node_modules/react-aria/dist/private/interactions/usePress.mjs'
  const source = readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
  const [, template = ''] = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source) ?? []
  const [, attribute = ''] = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source) ?? []
  const style = template.replace(/\$\{\$\w+\$var\$PRESSABLE_ATTRIBUTE\}/, attribute).trim()
  expect(style).toContain('touch-action')
  expect(`sha256-${createHash('sha256').update(style).digest('base64')}`).toBe(reactAriaStyle)
})

test('the policy lets nothing run or be painted that is not a file of ours', () => {
  const policy = securityHeaders['Content-Security-Policy'] ?? ''
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
})
