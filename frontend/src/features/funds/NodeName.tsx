import { Link } from 'react-router';
import type { Shape } from '@/api/types';
import { queryText } from '@/lib/queryText';

type Node = Shape<'FundNode'>;

/** How deep a row of the summary stands. */
export const indent: Record<Node['depth'], number> = { province: 0, city: 1, county: 2, zone: 3, project: 4 };

/** A row's name, which leads a step further down: a zone to its matrix, a project to its entries. */
export function NodeName({ node, scope }: { node: Node; scope: Record<string, string | undefined> }) {
  switch (node.depth) {
    case 'city':
      return <Link to={`/funds${queryText({ ...scope, city: node.code, by: 'county' })}`}>{node.name}</Link>;
    case 'county':
      return <Link to={`/funds${queryText({ ...scope, county: node.code, by: 'zone' })}`}>{node.name}</Link>;
    case 'zone':
      return <Link to={`/funds/${node.applicationId}`}>{node.name}</Link>;
    case 'project':
      return (
        <Link to={`/funds/entries${queryText({ application: node.applicationId, project: node.code })}`}>
          {node.code} {node.name}
        </Link>
      );
    default:
      return node.name;
  }
}
