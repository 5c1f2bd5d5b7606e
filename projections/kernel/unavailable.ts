/** The documents cannot be read or written now: a full disk, a lock that is held, a device that fails. Asked again later, it may go. */
export class DocumentsUnavailable extends Error {
  override readonly name = 'DocumentsUnavailable'
}
