import { documentStore } from './conformance.ts'
import { openSqlite } from './sqlite.ts'

documentStore(() => openSqlite(':memory:').documents)
