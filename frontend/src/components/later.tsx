import { type ComponentType, createElement, lazy, Suspense } from 'react';
import { Loading } from './Loading';

/** A part of a page that is fetched when it is first shown: most who open the page never see it. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, what?: string): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  return (props) => <Suspense fallback={<Loading {...(what && { what })} />}>{createElement(Part, props)}</Suspense>;
}
