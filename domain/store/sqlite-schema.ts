import type { DatabaseSync } from 'node:sqlite'

const version = 1

const schema = `
  create table meta (name text primary key, value text not null) strict, without rowid;
  create table streams (id integer primary key, name text not null unique) strict;
  create table types (id integer primary key, name text not null unique) strict;
  create table events (
    position integer primary key,
    stream integer not null references streams,
    revision integer not null,
    type integer not null references types,
    id text not null,
    envelope text not null,
    data text not null
  ) strict;
  create unique index events_by_revision on events (stream, revision);
  create unique index events_by_id on events (stream, id);
`

export interface Settings {
  journal_mode: unknown
  synchronous: unknown
  foreign_keys: unknown
}

const demanded: Settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }

/** Says which settings are not as demanded; a log that may forget what it acknowledged is not run. */
export function refuseUnsafe(settings: Settings): void {
  for (const [name, value] of Object.entries(demanded)) {
    const is: unknown = settings[name as keyof Settings]
    if (is !== value) throw new Error(`the log runs only with ${name} = ${value}, and it is ${String(is)}`)
  }
}

const read = (db: DatabaseSync, pragma: string): unknown => Object.values(db.prepare(`pragma ${pragma}`).get() ?? {})[0]

/** Sets what makes a commit last, and reads it back from the file's connection. */
export function settle(db: DatabaseSync): void {
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma fullfsync = on;
    pragma checkpoint_fullfsync = on;
    pragma foreign_keys = on;
    pragma trusted_schema = off;
    pragma cache_size = -65536;
  `)
  refuseUnsafe({ journal_mode: read(db, 'journal_mode'), synchronous: read(db, 'synchronous'), foreign_keys: read(db, 'foreign_keys') })
}

/** Makes the tables of a new file, and knows those of an old one. */
export function migrate(db: DatabaseSync, identity: string, renew: boolean): void {
  const found = Number(read(db, 'user_version'))
  if (found > version) throw new Error(`the log's file has format ${found}, and this version knows ${version}`)
  db.exec('begin immediate')
  if (found === 0) db.exec(`${schema}; pragma user_version = ${version}`)
  db.prepare(`insert ${renew ? 'or replace' : 'or ignore'} into meta values ('identity', ?)`).run(identity)
  db.exec('commit')
}

export function refuseDamaged(db: DatabaseSync): void {
  const found = read(db, 'quick_check(1)')
  if (found !== 'ok') throw new Error(`the log's file is damaged: ${String(found)}`)
}

/** What the thread that writes says to the file. */
export const statements = (db: DatabaseSync) => ({
  begin: db.prepare('begin immediate'),
  commit: db.prepare('commit'),
  rollback: db.prepare('rollback'),
  identity: db.prepare(`select value from meta where name = 'identity'`),
  head: db.prepare('select coalesce(max(position), 0) as head from events'),
  stream: db.prepare(`
    select id, coalesce((select max(revision) from events where stream = streams.id), -1) as head from streams where name = ?
  `),
  at: db.prepare('select id, position from events where stream = ? and revision = ?'),
  has: db.prepare('select 1 from events where stream = ? and id = ?'),
  type: db.prepare('select id from types where name = ?'),
  addStream: db.prepare('insert into streams (name) values (?)'),
  addType: db.prepare('insert into types (name) values (?)'),
  add: db.prepare('insert into events (position, stream, revision, type, id, envelope, data) values (?, ?, ?, ?, ?, ?, ?)'),
})
