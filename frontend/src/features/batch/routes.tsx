import type { RouteObject } from 'react-router';

export const batchRoutes: RouteObject[] = [
  { path: 'batches', lazy: () => import('./BatchesPage') },
  { path: 'batches/:id', lazy: () => import('./BatchPage') },
  { path: 'batches/:id/pack', lazy: () => import('./PackPage') },
  { path: 'batches/:id/regions', lazy: () => import('./RegionsPage') },
  { path: 'batches/:id/simulations', lazy: () => import('./SimulationsPage') },
  { path: 'batches/:id/simulations/:simulationId', lazy: () => import('./SimulationPage') },
];
