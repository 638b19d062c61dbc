/** Lines that recur in the pages of an outlet. */
export const recurringEn = {
  'command.recurring': 'Lines that recur in an outlet’s pages',
  'recurring.title': 'Lines that recur in an outlet’s pages',
  'recurring.looking': 'Comparing the lines of the pages…',
  'recurring.none': 'No line is dimmed for recurring in this project.',
  'recurring.why':
    'A line that recurs in five different articles and a fifth of an outlet’s is dimmed, never removed. What you give back to the body stays there.',
  'recurring.marked_one': 'One line of page furniture dimmed now',
  'recurring.marked_other': '{{n}} lines of page furniture dimmed now',
  'recurring.lines_one': 'One line recurs',
  'recurring.lines_other': '{{n}} lines recur',
  'recurring.in_one': 'in one document',
  'recurring.in_other': 'in {{n}} documents',
  'recurring.give-back': 'Give back to the body',
  'recurring.give-back-line': 'Give back to the body: {{line}}',
  'recurring.give-back-all': 'Give all back to the body',
  'recurring.given-back': 'Body again',
} as const
