import type { DocumentStore } from '../../adapters/document-store/document-store.ts'
import type { Commit } from '../../kernel/unit-of-work.ts'
import { createDocumentAttachment } from './document-attachment.service.ts'
import { createDocumentBytes } from './document-bytes.service.ts'
import { createDocumentContentService } from './document-content.service.ts'
import { createDocumentReadingService } from './document-reading.service.ts'
import { createDocumentUploadService, type DocumentUploadDependencies } from './document-upload.service.ts'

type DocumentsDependencies = Omit<DocumentUploadDependencies, 'bytes'> & {
  readonly store: DocumentStore
  readonly commit: Commit
}

/** Files of people: received, given to what they prove, and given back. */
export function createDocuments(dependencies: DocumentsDependencies) {
  const bytes = createDocumentBytes(dependencies)
  const attachment = createDocumentAttachment(dependencies)
  const content = createDocumentContentService({ ...dependencies, bytes })
  return {
    attachment,
    bytes,
    content,
    uploads: createDocumentUploadService({ ...dependencies, bytes }),
    reading: createDocumentReadingService({ ...dependencies, attachment, content }),
  }
}

export type Documents = ReturnType<typeof createDocuments>
