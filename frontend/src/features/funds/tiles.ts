/** Where each city's tile stands, columns from the west, rows from the north. */
export const tiles: { code: string; name: string; column: number; row: number }[] = [
  { code: '371400', name: '德州市', column: 1, row: 0 },
  { code: '371600', name: '滨州市', column: 2, row: 0 },
  { code: '370500', name: '东营市', column: 3, row: 0 },
  { code: '370600', name: '烟台市', column: 5, row: 0 },
  { code: '371000', name: '威海市', column: 6, row: 0 },
  { code: '371500', name: '聊城市', column: 0, row: 1 },
  { code: '370100', name: '济南市', column: 1, row: 1 },
  { code: '370300', name: '淄博市', column: 2, row: 1 },
  { code: '370700', name: '潍坊市', column: 3, row: 1 },
  { code: '370200', name: '青岛市', column: 4, row: 1 },
  { code: '370900', name: '泰安市', column: 1, row: 2 },
  { code: '371100', name: '日照市', column: 3, row: 2 },
  { code: '371700', name: '菏泽市', column: 0, row: 3 },
  { code: '370800', name: '济宁市', column: 1, row: 3 },
  { code: '371300', name: '临沂市', column: 2, row: 3 },
  { code: '370400', name: '枣庄市', column: 1, row: 4 },
];
