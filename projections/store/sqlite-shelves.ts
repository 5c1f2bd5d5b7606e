import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Checkpoint, Edition } from '../kernel/document-store.ts'
import { at } from '../kernel/predicate.ts'
import type { Target } from '../kernel/projection.ts'
import { filed, filedOf } from './filing.ts'
import { keep, type Kept } from './sqlite-condition.ts'

/** What is kept of a target: whole documents, or what a search needs. */
export type Kind = 'documents' | 'searches'

/** A change as it travels between threads: the document as JSON. */
export type Row = readonly [tenant: string, id: string, position: number, body: string | null]

/** The tables of one target. */
export interface Shelf {
  key: number
  table: string
  /** The elements of indexed arrays, a row each. */
  elements: string
  /** The tokens of full text. */
  words: string
  indexed: readonly string[]
  searched: readonly string[]
  columns: readonly string[]
}

/** Makes and finds the tables of targets; numbers name them, so that no name of a target becomes part of a statement. */
export class Shelves {
  private readonly statements = new Map<string, StatementSync>()
  private readonly shelves = new Map<string, Shelf>()
  private readonly db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.db = db
    db.exec(`create table if not exists targets (
      key integer primary key, kind text not null, name text not null, version integer not null,
      fields text not null, log text, position integer, unique (kind, name, version)) strict;
      create table if not exists served (
      name text primary key, version integer not null, edition integer not null, since text not null) strict, without rowid;
      create table if not exists mended (target integer primary key, times integer not null) strict`)
  }

  /** A statement, prepared once. */
  prepare(text: string): StatementSync {
    const known = this.statements.get(text)
    if (known) return known
    if (this.statements.size >= mostStatements) this.statements.clear()
    const statement = this.db.prepare(text)
    this.statements.set(text, statement)
    return statement
  }

  /** The tables of a target. One whose fields have changed begins anew: what is here can be made again from the log. */
  of(kind: Kind, target: Target): Shelf {
    const name = JSON.stringify([kind, target.name, target.version, target.edition ?? 0, target.indexed, target.searched])
    const known = this.shelves.get(name)
    if (known) return known
    // With the form that the tables have now: a search of an older form is fed anew from the documents.
    const fields = JSON.stringify(kind === 'documents' ? target.indexed : [target.indexed, target.searched, 'words kept'])
    const kept = this.prepare('select key, fields from targets where kind = ? and name = ? and version = ?')
      .get(kindOf(kind, target), target.name, target.version) as { key: number; fields: string } | undefined
    if (kept?.fields === fields) return this.remember(name, shelfOf(kept.key, target))
    if (kept) this.remove(kept.key)
    const { lastInsertRowid } = this.prepare('insert into targets (kind, name, version, fields) values (?, ?, ?, ?)')
      .run(kindOf(kind, target), target.name, target.version, fields)
    const shelf = shelfOf(Number(lastInsertRowid), target)
    this.db.exec(tables[kind](shelf))
    return this.remember(name, shelf)
  }

  drop(kind: Kind, target: Target): void {
    this.remove(this.of(kind, target).key)
  }

  /** The buildings of a projection's documents. */
  editions(name: string): Edition[] {
    const found = this.prepare(`select kind, version from targets where name = ? and (kind = 'documents' or kind like 'documents#%')`)
      .all(name) as unknown as { kind: string; version: number }[]
    return found.map(({ kind, version }) => ({ version, edition: Number(kind.split('#')[1] ?? 0) }))
  }

  /** What was prepared may not be there any more. */
  forget(): void {
    this.shelves.clear()
  }

  checkpoint({ key }: Shelf): Checkpoint | null {
    const { log, position } = this.prepare('select log, position from targets where key = ?').get(key) as unknown as Checkpoint
    return log === null ? null : { log, position }
  }

  /** Within one log a checkpoint only rises. */
  advance({ key }: Shelf, { log, position }: Checkpoint): void {
    this.prepare('update targets set position = iif(log is ?1, max(position, ?2), ?2), log = ?1 where key = ?3').run(log, position, key)
  }

  /** Notes that something was made right. */
  mend({ key }: Shelf): void {
    this.prepare('insert into mended (target, times) values (?, 1) on conflict (target) do update set times = times + 1').run(key)
  }

  mended({ key }: Shelf): number {
    return (this.prepare('select times from mended where target = ?').get(key) as { times: number } | undefined)?.times ?? 0
  }

  /** Keeps the elements of the arrays that are indexed. */
  putElements({ elements, indexed }: Shelf, row: number | bigint, document: unknown): void {
    const put = this.prepare(`insert or ignore into ${elements} (field, value, row) values (?, ?, ?)`)
    for (const [field, path] of indexed.entries()) {
      const values = at(document, path)
      if (Array.isArray(values)) for (const value of values) put.run(field, keep(value), row)
    }
  }

  /** What lists and searches find a row by, field by field. */
  filedOf({ table, elements, indexed, columns }: Shelf, row: number | bigint): Record<string, string> {
    if (!columns.length) return {}
    const kept = this.prepare(`select ${columns.join(', ')} from ${table} where row = ?`).get(row) as Record<string, Kept>
    const lists = this.prepare(`select field, value from ${elements} where row = ?`).all(row) as unknown as { field: number; value: Kept }[]
    return Object.fromEntries(indexed.map((path, n) =>
      [path, filed(kept[columns[n]!]!, lists.filter(({ field }) => field === n).map(({ value }) => value))]))
  }

  /** The fields by which a row is found although its document says something else. */
  misfiled(shelf: Shelf, row: number, document: unknown): string[] {
    const [is, should] = [this.filedOf(shelf, row), filedOf(document, shelf)]
    return shelf.indexed.filter(path => is[path] !== should[path])
  }

  removeElements({ elements }: Shelf, row: number | bigint): void {
    this.prepare(`delete from ${elements} where row = ?`).run(row)
  }

  private remember(name: string, shelf: Shelf): Shelf {
    this.shelves.set(name, shelf)
    return shelf
  }

  private remove(key: number): void {
    this.prepare('delete from targets where key = ?').run(key)
    this.prepare('delete from mended where target = ?').run(key)
    for (const letter of 'dew') this.db.exec(`drop table if exists ${letter}${key}`)
    this.forget()
  }
}

const mostStatements = 500

/** The first edition bears the plain name, as all did before there were editions. */
const kindOf = (kind: Kind, { edition = 0 }: Target): string => (edition ? `${kind}#${edition}` : kind)

const shelfOf = (key: number, { indexed, searched }: Target): Shelf => ({
  key, indexed, searched, table: `d${key}`, elements: `e${key}`, words: `w${key}`, columns: indexed.map((_, place) => `f${place}`),
})

const elements = ({ elements: name }: Shelf) => `
  create table ${name} (field integer not null, value not null, row integer not null, primary key (field, value, row)) without rowid;
  create index ${name}_row on ${name} (row);`

const index = (table: string, column: string) =>
  `create index ${table}_${column} on ${table} (tenant, ${column}, id) where body is not null;`

const common = 'row integer primary key, tenant text not null, id text not null, position integer not null'

/** Columns of fields have no type, so that a value stays of its own kind. */
const tables: Record<Kind, (shelf: Shelf) => string> = {
  documents: shelf => `
    create table ${shelf.table} (${[common, ...shelf.columns, 'body text', 'unique (tenant, id)'].join(', ')});
    ${shelf.columns.map(column => index(shelf.table, column)).join('')}
    ${elements(shelf)}`,
  searches: shelf => `
    create table ${shelf.table} (${[common, ...shelf.columns, 'unique (tenant, id)'].join(', ')});
    create virtual table ${shelf.words} using fts5(words, tokenize='ascii', prefix='1');
    ${elements(shelf)}`,
}
