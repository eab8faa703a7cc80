import { word } from '@/lib/words';

/** A piece of the draft for a person: 资金规划表, 项目 P03. */
export function pieceLabel(piece: string): string {
  const [kind = '', name = ''] = piece.split(':');
  if (kind === 'section') return word('section', name);
  return kind === 'project' ? `项目 ${name}` : '项目次序';
}
