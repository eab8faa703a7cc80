import type { components } from './schema';

type Schemas = components['schemas'];

/** The answers' shapes by the names the API's document gives them. */
export type Shape<N extends keyof Schemas> = Schemas[N];
export type Me = Shape<'Me'>;
export type Application = Shape<'Application'>;
export type ApplicationRow = Shape<'ApplicationRow'>;
export type Batch = Shape<'Batch'>;
export type Action = Shape<'Action'>;
export type Todo = Shape<'Todo'>;
