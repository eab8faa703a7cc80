import { type Patch, patched } from './patched.ts';

// Who comes to need one of these sees at once why it is not there.
const absent = (what: string) =>
  `() => { throw new Error('${what} is left out of this build: see tools/leanAntd.ts'); }`;

const patches: Patch[] = [
  {
    // Lists are filtered by the server, above the table: a menu of filters with its tree, in each heading, is never shown.
    file: 'antd/es/table/hooks/useFilter/index.js',
    changes: [
      [
        "import FilterDropdown, { flattenKeys } from './FilterDropdown';",
        `const FilterDropdown = ${absent('a filter in a heading')}; const flattenKeys = () => [];`,
      ],
    ],
  },
  {
    // Rows are chosen by a box of their own or by the one for all, never from a menu of ways to choose.
    file: 'antd/es/table/hooks/useSelection.js',
    changes: [
      ["import Dropdown from '../../dropdown';", `const Dropdown = ${absent('a menu of selections')};`],
      [
        "import { arrAdd, arrDel, conductCheck, convertDataToEntities } from '@rc-component/tree';",
        `import { arrAdd, arrDel } from '@rc-component/tree/es/util'; const conductCheck = ${absent('a tree of rows')}; const convertDataToEntities = conductCheck;`,
      ],
      ["import Radio from '../../radio';", `const Radio = ${absent('a choice of one row')};`],
    ],
  },
  {
    // What pages brings its own pages (ListTable, PagedTable); most tables are shown whole, and no table draws only what is seen: a page has 200 rows at most, and search and print want them all.
    file: 'antd/es/table/InternalTable.js',
    changes: [
      ["import Pagination from '../pagination';", `const Pagination = ${absent('the pages of a table')};`],
      ["import RcVirtualTable from './RcTable/VirtualTable';", `const RcVirtualTable = ${absent('a virtual table')};`],
    ],
  },
  {
    // Tabs that find no room are scrolled to, by wheel, finger or arrow keys; a menu of the rest would bring all of antd's menus.
    file: '@rc-component/tabs/es/TabNavList/index.js',
    changes: [['import OperationNode from "./OperationNode";', 'const OperationNode = () => null;']],
  },
];

/** Leaves parts of antd that no page of ours shows off the wire. */
export const leanAntd = () => patched('lean-antd', patches);
