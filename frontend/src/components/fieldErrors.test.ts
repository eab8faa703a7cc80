import { expect, it } from 'vitest';
import { Refusal } from '@/api/problem';
import { fieldErrors } from './fieldErrors';

const refusal = new Refusal(422, {
  detail: '账号未建立，请按提示修改',
  errors: [
    { location: '/login', message: '账号名为 3 至 32 个字符' },
    { location: '/unit', message: '单位名称为 1 至 60 个字符' },
    { location: '/other', message: '另一处' },
  ],
});

it('puts each message at its field', () =>
  expect(fieldErrors(refusal, ['login', 'name', 'unit'])).toEqual([
    { name: 'login', errors: ['账号名为 3 至 32 个字符'] },
    { name: 'unit', errors: ['单位名称为 1 至 60 个字符'] },
  ]));

it('knows no field of an error that is no refusal', () => expect(fieldErrors(new Error('x'), ['login'])).toEqual([]));
