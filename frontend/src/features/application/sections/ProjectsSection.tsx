import type { Ref } from 'react';
import type { PackParams } from '@/api/pack';
import type { Application } from '@/api/types';
import type { Lock } from '../draft/lock';
import type { EnterCell } from '../edit/enterRow';
import type { Editing } from '../edit/useDesk';

interface Props {
  application: Application;
  editing: Editing;
  pack: PackParams | undefined;
  lock: Lock;
  enter: Ref<EnterCell>;
}

export function ProjectsSection(_: Props) {
  return <p>TODO</p>;
}
