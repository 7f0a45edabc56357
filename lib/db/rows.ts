import { ask, type Sql } from './client'
import { reaching } from './faults'

/** Rows of one statement, outside of any transaction. Throws the `Refusal` `unavailable` when the database is away. */
export const rows = <T>(statement: Sql): Promise<T[]> => reaching(() => ask<T>(statement))
