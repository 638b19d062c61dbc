import { type Assignment, assignment } from './assignment.ts'
import { type GuidelineVersion, guidelineVersion } from './guideline-version.ts'
import { byTime, type Remarks, remarks } from './remark.ts'
import { inSchemaOrder, type Stored, sorted, stored } from './stored-format.ts'

/** A line a remark: what is added is what a diff shows. */
export const storedRemarks: Stored<Remarks> = stored(
  'isnad-remarks/1',
  remarks,
  value => {
    const ordered = remarks.parse(value)
    return {
      ...ordered,
      remarks: ordered.remarks.sort(byTime),
      read: [...new Set(ordered.read)].sort(),
    }
  },
  {
    write: ({ format, documentId, author, remarks, read }) => [
      JSON.stringify({ format, documentId, author }, null, 2).slice(0, -2),
      ',\n  "remarks": [',
      remarks.map(one => `\n    ${JSON.stringify(one)}`).join(','),
      remarks.length > 0 ? '\n  ]' : ']',
      ',\n  "read": ',
      JSON.stringify(read),
      '\n}',
    ],
  },
)

export const storedAssignment: Stored<Assignment> = stored(
  'isnad-assignment/1',
  assignment,
  value => {
    const ordered = assignment.parse(value)
    return { ...ordered, documents: sorted(ordered.documents) }
  },
)

export const storedGuideline: Stored<GuidelineVersion> = stored(
  'isnad-guideline/1',
  guidelineVersion,
  inSchemaOrder(guidelineVersion),
)
