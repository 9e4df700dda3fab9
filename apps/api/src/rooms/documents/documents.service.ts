import type { DocumentStore } from '../../adapters/document-store/document-store.ts'
import { createDocumentAttachment } from './document-attachment.service.ts'
import { createDocumentBytes } from './document-bytes.service.ts'
import { createDocumentChecks, type DocumentCheckDependencies } from './document-check.service.ts'
import { createDocumentCombinationService } from './document-combination.service.ts'
import { createDocumentContentService } from './document-content.service.ts'
import { createDocumentReadingService } from './document-reading.service.ts'
import { createDocumentUploadService, type DocumentUploadDependencies } from './document-upload.service.ts'

type DocumentsDependencies = Omit<DocumentUploadDependencies & DocumentCheckDependencies, Made> & {
  readonly store: DocumentStore
}

/** Parts of the room that others of it need. */
type Made = 'bytes' | 'scheduleCheck'

/** Files of people: received, given to what they prove, and given back. */
export function createDocuments(dependencies: DocumentsDependencies) {
  const bytes = createDocumentBytes(dependencies)
  const attachment = createDocumentAttachment(dependencies)
  const checks = createDocumentChecks({ ...dependencies, bytes })
  const content = createDocumentContentService({ ...dependencies, bytes })
  return {
    attachment,
    bytes,
    checks,
    combinations: createDocumentCombinationService({ ...dependencies, bytes }),
    content,
    uploads: createDocumentUploadService({ ...dependencies, bytes, scheduleCheck: checks.schedule }),
    reading: createDocumentReadingService({ ...dependencies, attachment, content }),
  }
}

export type Documents = ReturnType<typeof createDocuments>
