import { documentStoreCare } from './care.conformance.ts'
import { documentStore } from './conformance.ts'
import { searchStore } from './search.conformance.ts'
import { openSqlite } from './sqlite.ts'

documentStore(() => openSqlite(':memory:').documents)
documentStoreCare(() => openSqlite(':memory:').documents)
searchStore(() => openSqlite(':memory:').searches)
