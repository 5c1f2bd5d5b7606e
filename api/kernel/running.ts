import type { Kernel } from '@qinqing/domain/kernel/execute'
import type { DocumentStore, SearchStore } from '@qinqing/projections/kernel/document-store'
import type { Reader } from '@qinqing/projections/kernel/reader'
import type { City } from './city.ts'
import type { FileStore } from './file-store.ts'
import type { Rebuilding } from '../operator/rebuilding.ts'
import type { Projector } from './projector.ts'
import type { Reconciler } from './reconciler.ts'
import type { Stopwatch } from './timed.ts'
import type { Uploads } from './uploads.ts'

/** Everything that an opened data folder consists of; Nest injects it by this class. */
export class Running {
  readonly kernel: Kernel
  readonly documents: DocumentStore
  readonly search: SearchStore
  readonly reader: Reader
  readonly projector: Projector
  readonly reconciler: Reconciler
  readonly rebuilding: Rebuilding
  readonly stopwatch: Stopwatch
  readonly files: FileStore
  readonly uploads: Uploads
  readonly cities: readonly City[]

  constructor(parts: Omit<Running, never>) {
    this.kernel = parts.kernel
    this.documents = parts.documents
    this.search = parts.search
    this.reader = parts.reader
    this.projector = parts.projector
    this.reconciler = parts.reconciler
    this.rebuilding = parts.rebuilding
    this.stopwatch = parts.stopwatch
    this.files = parts.files
    this.uploads = parts.uploads
    this.cities = parts.cities
  }
}
